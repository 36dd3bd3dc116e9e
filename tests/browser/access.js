// What axe-core does not look at. Gives functions; each finds what readers would stumble over.
({
  seen: (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0,

  name(one) {
    return `${one.getAttribute("href") || one.id} ${one.textContent.trim()}`.slice(0, 80);
  },

  // Everything that Tab should reach, in the order of the page; of radio buttons the chosen one.
  stops() {
    const all = document.querySelectorAll("a[href], button, input, summary, [tabindex='0']");
    return [...all].filter((one) => this.seen(one) && (one.type !== "radio" || one.checked)).map(this.name);
  },

  // The stop that has the focus, and whether one can see it there; null outside the page.
  focused() {
    const stop = document.activeElement;
    if (stop === document.body) return null;
    const ringed = (one) => one && getComputedStyle(one).outlineStyle !== "none" && parseFloat(getComputedStyle(one).outlineWidth) >= 2;
    const faces = [stop, stop.closest("li"), stop.labels && stop.labels[0]];
    return { name: this.name(stop), ring: faces.some(ringed) };
  },

  headings() {
    const all = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(this.seen);
    return all.map((one) => Number(one.tagName[1]));
  },

  moving() {
    const slow = (time) => time.split(",").some((part) => parseFloat(part) > 0);
    const all = [document.documentElement, ...document.body.querySelectorAll("*")];
    return all.filter(function (one) {
      const style = getComputedStyle(one);
      const plays = style.animationName !== "none" && slow(style.animationDuration);
      return plays || slow(style.transitionDuration) || style.scrollBehavior === "smooth";
    }).map(this.name);
  },

  // Links and buttons whose face is lower or narrower than `size` px where a finger may touch it.
  // Words in a sentence or a text are exempt (WCAG 2.2, 2.5.8).
  smallTargets(size) {
    const all = [...document.querySelectorAll("a[href], button, summary, [type=search]")].filter(this.seen);
    return all.filter((one) => {
      if (one.closest(".skip, .unseen") || getComputedStyle(one).clipPath !== "none" || this.inSentence(one)) return false;
      one.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = one.getBoundingClientRect();
      const reach = (one.matches("a") && this.card(one)) || { left, top, width, height };
      return reach.width < size - 0.5 || reach.height < size - 0.5;
    }).map((one) => `${this.name(one)}: ${Math.round(one.getBoundingClientRect().width)} x ${Math.round(one.getBoundingClientRect().height)}`);
  },

  // The box of the card or row that a link fills with its ::after.
  card(link) {
    const after = getComputedStyle(link, "::after");
    return after.position === "absolute" && after.content !== "none" && link.closest("li").getBoundingClientRect();
  },

  inSentence(one) {
    const block = one.closest("p, li, .lead");
    const rest = block ? block.textContent.replace(one.textContent, "") : "";
    return getComputedStyle(one).display === "inline" && (one.closest(".prose") || /\p{L}{2}/u.test(rest));
  },

  // Boxes that hide a part of their words. Material's closed menu lies beside the page, and scrolls when it is open.
  clipped() {
    const all = [...document.body.querySelectorAll("*:not(svg, svg *)")].filter(this.seen);
    return all.filter(function (one) {
      const style = getComputedStyle(one);
      if (!/hidden|clip/.test(style.overflow) || style.clipPath !== "none" || one.closest(".md-sidebar")) return false;
      const range = document.createRange();
      const box = one.getBoundingClientRect();
      const words = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
      while (words.nextNode()) {
        const { data, parentElement } = words.currentNode;
        if (!data.trim() || parentElement.closest("svg, .unseen") || !parentElement.checkVisibility()) continue;
        range.selectNodeContents(words.currentNode);
        const { bottom, right } = range.getBoundingClientRect();
        if (bottom > box.bottom + 1 || right > box.right + 1) return true;
      }
      return false;
    }).map((one) => `${one.className}: ${one.textContent.trim().slice(0, 60)}`);
  },

  // Where colours are the reader's, a button is one by its edge.
  unmarkedButtons() {
    const all = [...document.querySelectorAll(".btn, .bar a, .call, button")].filter(this.seen);
    return all.filter((one) => getComputedStyle(one).borderTopStyle === "none").map(this.name);
  },
})
