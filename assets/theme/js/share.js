// The way to pass a page on: the phone's own sheet; where there is none, its address to be pasted.
(function () {
  "use strict";

  const box = document.querySelector("[data-share]");
  const [send, copy] = box.querySelectorAll("button");
  const url = box.dataset.share;

  if (navigator.share) {
    send.hidden = false;
    send.addEventListener("click", () => navigator.share({ title: document.title, url }).catch(() => {}));
  } else if (navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", async function () {
      await navigator.clipboard.writeText(url);
      copy.lastElementChild.textContent = box.dataset.copied;
    });
  }
})();
