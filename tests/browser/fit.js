// What a small phone shows too small, or hides. Gives three functions.
({
  // Targets under `size` px. Words in a running text are exempt (WCAG 2.2, 2.5.8): they are laid out inline.
  smallTargets(size) {
    const small = [];
    for (const target of document.querySelectorAll("a, button, summary, [type=search], [type=radio] + label")) {
      const style = getComputedStyle(target);
      const box = target.getBoundingClientRect();
      if (style.display === "inline" || style.clipPath !== "none" || box.width === 0) continue;
      if (box.width >= size - 0.5 && box.height >= size - 0.5) continue;
      small.push(`${target.textContent.trim()}: ${box.width.toFixed(1)} x ${box.height.toFixed(1)}`);
    }
    return small;
  },

  // Words in letters under `size` px.
  smallTexts(size) {
    const small = this.words().map((node) => {
      const found = parseFloat(getComputedStyle(node.parentElement).fontSize);
      return found < size ? `${node.data.trim()}: ${found}px` : "";
    });
    return [...new Set(small)].filter(Boolean);
  },

  // Where the lowest word ends on the screen, without those inside `fixed`.
  lowestWord(fixed) {
    const range = document.createRange();
    const ends = this.words().map((node) => {
      if (node.parentElement.closest(fixed)) return 0;
      range.selectNode(node);
      return range.getBoundingClientRect().bottom;
    });
    return Math.max(...ends);
  },

  words() {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      if (data.trim() && parentElement.checkVisibility() && !parentElement.closest("svg")) {
        found.push(walker.currentNode);
      }
    }
    return found;
  },
})
