/* A minute of the day as people read it: 9:05, 13:00, and 0:30 after midnight. */
export function clock(minute) {
  const inDay = ((minute % 1440) + 1440) % 1440
  return `${Math.floor(inDay / 60)}:${String(inDay % 60).padStart(2, "0")}`
}
