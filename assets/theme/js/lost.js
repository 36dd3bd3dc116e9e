// A wrong address in the folder of a language: what the page says in that language comes to its head.
(function () {
  "use strict";

  const voices = Array.from(document.querySelectorAll("[data-home]"));
  const [own] = voices
    .filter((voice) => location.pathname.startsWith(voice.dataset.home))
    .sort((a, b) => b.dataset.home.length - a.dataset.home.length);
  if (!own || own === voices[0]) return;
  const slots = document.querySelectorAll("h1, .lead");
  const words = own.querySelectorAll("h2, p:not(:has(a))");
  words.forEach(function (part, i) {
    const taken = slots[i].textContent;
    slots[i].textContent = part.textContent;
    slots[i].lang = own.lang;
    part.textContent = taken;
    part.lang = voices[0].lang;
  });
  voices[0].prepend(...words);
  voices[0].before(own);
})();
