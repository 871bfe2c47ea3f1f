/* Gives each stretch of the bar its share of the whole. */
export function drawBar(stretches, minutes, total) {
  let before = 0
  stretches.forEach((stretch, n) => {
    const share = total ? (100 * (minutes[n] || 0)) / total : 0
    stretch.setAttribute("x", `${before.toFixed(3)}%`)
    stretch.setAttribute("width", `${share.toFixed(3)}%`)
    before += share
  })
}
