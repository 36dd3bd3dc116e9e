// The prompter: lights the line to read, at a speed the reader sets. Without it the script is a plain text.
(function () {
  "use strict";

  const deck = document.querySelector("[data-deck]");
  const lines = Array.from(document.querySelectorAll(".line"));
  const part = (name) => deck.querySelector(`[data-${name}]`);
  const button = part("play");

  let total = 0;
  const starts = lines.map(function (line) {
    const start = total;
    total += Number(line.dataset.seconds);
    return start;
  });

  let at = 0; // seconds of script already read, at speed 1
  let speed = 1;
  let size = 1;
  let now = -1;
  let timer = 0;
  let wake = null;

  function clock(seconds) {
    const whole = Math.max(0, Math.round(seconds));
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  }

  function show() {
    let index = 0;
    while (index < lines.length - 1 && starts[index + 1] <= at) index += 1;
    if (index !== now) {
      if (now >= 0) lines[now].classList.remove("now");
      lines[index].classList.add("now");
      if (timer) lines[index].scrollIntoView({ block: "center" });
      now = index;
    }
    part("now").textContent = clock(at / speed);
    part("left").textContent = clock((total - at) / speed);
    part("rate").textContent = `${Math.round(speed * 100)}%`;
    deck.querySelector("progress").value = (at / total) * 100;
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    document.body.classList.remove("running");
    button.lastElementChild.textContent = button.dataset.goOn;
    if (wake) wake.release();
    wake = null;
  }

  function play() {
    let before = Date.now();
    if (at >= total) at = 0;
    document.body.classList.add("running");
    button.lastElementChild.textContent = button.dataset.stop;
    if (navigator.wakeLock) {
      navigator.wakeLock.request("screen").then((lock) => (wake = lock), () => {});
    }
    timer = setInterval(function () {
      const time = Date.now();
      at = Math.min(total, at + ((time - before) / 1000) * speed);
      before = time;
      if (at === total) stop();
      show();
    }, 200);
    now = -1;
    show();
  }

  function jump(index) {
    at = starts[Math.min(lines.length - 1, Math.max(0, index))];
    show();
  }

  button.addEventListener("click", () => (timer ? stop() : play()));
  for (const step of deck.querySelectorAll("[data-faster]")) {
    step.addEventListener("click", function () {
      speed = Math.min(1.5, Math.max(0.6, speed + 0.05 * Number(step.dataset.faster)));
      show();
    });
  }
  part("size").addEventListener("click", function () {
    document.body.classList.remove(`size-${size}`);
    size = (size % 3) + 1;
    document.body.classList.add(`size-${size}`);
  });
  lines.forEach((line, index) => line.addEventListener("click", () => jump(index)));
  document.addEventListener("keydown", function (event) {
    if (event.target !== document.body) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step) jump(now + step);
    else if (event.key === " ") button.click();
    else return;
    event.preventDefault();
  });

  deck.hidden = lines.length === 0;
  if (lines.length) show();
})();
