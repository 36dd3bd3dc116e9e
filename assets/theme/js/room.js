// The print room: copies the words of a post, opens this month, shows what is chosen from its top.
(function () {
  "use strict";

  const buttons = Array.from(document.querySelectorAll("[data-copy]"), function (button) {
    const label = button.querySelector("[aria-live]");
    return { button, label, own: label.textContent };
  });

  // The older way works on every phone and without https.
  function copied(button, words) {
    const area = document.createElement("textarea");
    area.className = "unseen";
    area.readOnly = true;
    area.value = words.textContent;
    button.after(area); // next to it, so that the page stays where it is
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    button.focus();
    return done;
  }

  function copy(button) {
    const post = button.closest("li").querySelector(".post");
    const words = post.querySelector("[data-words]");
    const done = copied(button, words);
    for (const one of buttons) one.label.textContent = done && one.button === button ? button.dataset.copy : one.own;
    if (done) return;
    post.open = true; // to be copied by hand
    getSelection().selectAllChildren(words);
  }

  for (const { button } of buttons) {
    button.addEventListener("click", () => copy(button));
    button.hidden = false;
  }

  const month = document.querySelector(`[data-month="${new Date().getMonth() + 1}"]`);
  if (month) month.open = true;

  const filter = document.querySelector("[data-filter]");
  const shelves = document.querySelector("[data-shelves]");
  if (filter) {
    filter.addEventListener("change", function () {
      if (shelves.getBoundingClientRect().top < 0) shelves.scrollIntoView({ behavior: "instant" });
    });
  }
})();
