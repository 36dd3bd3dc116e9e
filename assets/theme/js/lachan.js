// The way out, the bar, and scripts that are loaded where they are needed. Every page works without this file.
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

  // A script that is lost on the way is asked for once more.
  function bring(url, again) {
    const script = document.createElement("script");
    script.src = url;
    if (again) script.addEventListener("error", () => setTimeout(bring, 3000, url));
    document.head.append(script);
  }

  // What stands far down and needs a script of its own gets it when it comes near; in browsers that cannot tell, at once.
  const parts = document.querySelectorAll("[data-near]");
  if (!("IntersectionObserver" in window)) return parts.forEach((part) => bring(part.dataset.near, true));

  // The bar comes to the foot of a phone when the band with its number has left the screen, and goes when that is back;
  // where a page has no band, when its header has.
  const bar = document.querySelector(".page:not(.reading) > .bar");
  if (bar) {
    const number = bar.querySelector(".bar-call").getAttribute("href");
    const band = document.querySelector(`.bands [href="${number}"]`);
    new IntersectionObserver(function (seen) {
      const { intersectionRatio, boundingClientRect } = seen.pop();
      if (intersectionRatio < .5) bar.dataset.at = boundingClientRect.top < 56 ? "foot" : "head";
      else bar.dataset.at = band ? "band" : "head";
    }, { threshold: .5, rootMargin: "-56px 0px 0px" }).observe(band || document.querySelector(".top"));
  }

  const near = new IntersectionObserver(function (seen) {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      bring(target.dataset.near, true);
    }
  }, { rootMargin: "400px" });
  parts.forEach((part) => near.observe(part));
})();
