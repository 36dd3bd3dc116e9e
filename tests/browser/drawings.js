// The drawings of a page. Gives three functions.
({
  all: () => [...document.querySelectorAll("body svg, body img[src$='.svg']")],

  // Bars that stay on the screen would hide a part of what lies under them; lazy pictures would be missing.
  async ready() {
    for (const fixed of document.querySelectorAll(".bar, .deck")) fixed.style.position = "static";
    for (const image of document.images) image.loading = "eager";
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  },

  // Each that is seen: what it is, whether it is a number to read, its left, top, right and bottom on the page.
  seen() {
    const clipped = (one) => one && (getComputedStyle(one).clipPath !== "none" || clipped(one.parentElement));
    const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && !clipped(one);
    return this.all().filter(shown).map((one) => {
      const { left, top, right, bottom } = one.getBoundingClientRect();
      const around = one.closest("a, li, p, div");
      const kind = one.getAttribute("class") || one.getAttribute("src") || "";
      return {
        name: `${kind} in ${around.className || around.textContent.trim()}`,
        number: one.matches(".number"),
        box: [left + scrollX, top + scrollY, right + scrollX, bottom + scrollY].map(Math.round),
      };
    });
  },

  show(shown) {
    for (const one of this.all()) one.style.visibility = shown ? "" : "hidden";
  },
})
