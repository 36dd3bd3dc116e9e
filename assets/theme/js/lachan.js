// The way out, and scripts that are loaded where they are needed. Every page works without this file.
(function () {
  "use strict";

  const exit = document.querySelector("[data-exit]");

  // Blank first: the next page may take seconds to answer. Replaced, this page is not in "back".
  function leave(event) {
    if (event) event.preventDefault();
    document.title = "\u2026";
    document.body.hidden = true;
    location.replace(exit.href);
  }

  function leaveOnThreeShifts() {
    let presses = 0;
    let last = 0;
    document.addEventListener("keydown", function (event) {
      if (event.repeat) return;
      if (event.key !== "Shift") {
        presses = 0;
        return;
      }
      presses = event.timeStamp - last < 1500 ? presses + 1 : 1;
      last = event.timeStamp;
      if (presses === 3) leave();
    });
  }

  if (exit) {
    exit.addEventListener("click", leave);
    leaveOnThreeShifts();
  }

  // What stands far down and needs a script of its own gets it when it comes near.
  const near = new IntersectionObserver(function (parts) {
    for (const { target, isIntersecting } of parts) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      const script = document.createElement("script");
      script.src = target.dataset.near;
      document.head.append(script);
    }
  }, { rootMargin: "400px" });
  document.querySelectorAll("[data-near]").forEach((part) => near.observe(part));
})();
