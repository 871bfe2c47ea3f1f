"""Every timer shows the server's time."""


def test_the_timer_counts_from_the_servers_time_whatever_the_clock_here_says(page):
    timer = """<div data-ends-at="1000000000000"><b data-timer-text></b>
      <ol data-timer-boxes><li></li><li></li></ol>
      <i data-from="">left</i><i data-from="60">last minute</i><i data-from="0">time is up</i>
      </div>"""
    shown = page.evaluate(
        """(timer) => {
          document.body.insertAdjacentHTML("beforeend", timer)
          return [90, 60, 0, -80].map((left) => {
            const clock = new ServerClock()
            clock.hear(1000000000000 - left * 1000)
            showTimers(document.body, clock)
            const words = [...document.querySelectorAll("i")].filter((word) => !word.hidden)
            const text = document.querySelector("b").textContent
            const boxes = [...document.querySelectorAll("ol li")]
            const spent = boxes.map((box) => box.style.getPropertyValue("--spent"))
            return [text, words.map((word) => word.textContent), spent]
          })
        }""",
        timer,
    )

    assert shown == [
        ["1:30", ["left"], ["50%", "0%"]],
        ["1:00", ["last minute"], ["100%", "0%"]],
        ["0:00", ["time is up"], ["100%", "100%"]],
        ["1:20", ["time is up"], ["100%", "100%"]],
    ]


def test_a_late_frame_does_not_turn_the_clock_back_but_a_stepped_server_does(page):
    offsets = page.evaluate(
        """() => {
          const clock = new ServerClock(), at = 1000000000000
          const hear = (late) => { clock.hear(at + performance.now() - late); return clock.offset }
          return [50, 900, 10, 600000, 600000].map((late) => Math.round(at - hear(late)))
        }"""
    )

    assert offsets == [50, 50, 10, 10, 600000]
