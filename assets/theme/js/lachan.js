// The way out, and find-my-commune. Every page works without this file.
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

  // "Dương Kinh" is found by "duong kinh".
  function fold(text) {
    return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "").trim();
  }

  function narrow(field) {
    const list = document.querySelector("[data-all]");
    const none = document.querySelector("[data-none]");
    const links = Array.from(list.querySelectorAll("li"), (row) => ({ row, key: fold(row.textContent) }));
    const groups = list.querySelectorAll("[data-group]");
    field.hidden = false;
    field.addEventListener("focusin", () => field.scrollIntoView()); // room for the phone's keyboard
    field.addEventListener("input", function (event) {
      const wanted = fold(event.target.value);
      let found = 0;
      for (const link of links) {
        link.row.hidden = !link.key.includes(wanted);
        found += !link.row.hidden;
      }
      for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
      list.open = wanted !== "" && found > 0;
      none.textContent = found ? "" : none.dataset.text;
    });
  }

  if (exit) {
    exit.addEventListener("click", leave);
    leaveOnThreeShifts();
  }
  const field = document.querySelector("[data-finder]");
  if (field) narrow(field);
})();
