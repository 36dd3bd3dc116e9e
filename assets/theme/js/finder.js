// Find my commune: the names are loaded when the field is touched. What is typed stays in the field.
(function () {
  "use strict";

  const SHOWN = 20;
  const box = document.querySelector("[data-finder]");
  const field = box.querySelector("input");
  const said = box.querySelector("[role=status]");
  const found = document.querySelector("[data-found]");
  const blank = document.querySelector("template").content.firstElementChild;
  let asked = false;
  let lost = false;

  // A request may be lost on the way; whoever types on has it tried again.
  function load() {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.src = box.dataset.search;
    script.addEventListener("load", show);
    script.addEventListener("error", function () {
      asked = false;
      lost = true;
      script.remove();
      show();
    });
    document.head.append(script);
  }

  function show() {
    const known = window.COMMUNES;
    const hits = known ? known.look(field.value).filter(({ worth }) => worth !== 2) : [];
    found.textContent = "";
    found.append(...hits.slice(0, SHOWN).map((one) => known.row(one, box, blank)));
    if (!known) said.textContent = lost ? box.dataset.lost : "";
    else if (!field.value.trim()) said.textContent = "";
    else said.textContent = hits.length ? box.dataset.number.replace("{number}", hits.length) : box.dataset.none;
  }

  field.addEventListener("focus", load);
  field.addEventListener("focus", () => box.scrollIntoView()); // room for the phone's keyboard
  field.addEventListener("input", load);
  field.addEventListener("input", show);
  // Whoever goes back to this page later does not see what was looked for.
  addEventListener("pagehide", function () {
    field.value = "";
    show();
  });
  box.hidden = false;
})();
