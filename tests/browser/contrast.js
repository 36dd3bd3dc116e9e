// Every text on the page whose colour is too near to its background (WCAG 2, relative luminance).
// Badges drawn before and after an element count as text of their own.
wanted => {
  const channels = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return { rgb: [red, green, blue], alpha };
  };
  const over = (front, alpha, back) => front.map((one, index) => one * alpha + back[index] * (1 - alpha));
  const luminance = (rgb) => {
    const [red, green, blue] = rgb.map((one) => {
      const part = one / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const backdrop = (element) => {
    if (!element) return channels(getComputedStyle(document.body).backgroundColor).rgb;
    const { rgb, alpha } = channels(getComputedStyle(element).backgroundColor);
    return alpha === 1 ? rgb : over(rgb, alpha, backdrop(element.parentElement));
  };
  const poor = new Set();
  const measure = (words, colour, back) => {
    const front = channels(colour);
    const pair = [luminance(over(front.rgb, front.alpha, back)), luminance(back)].sort((a, b) => b - a);
    const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (ratio < wanted) poor.add(`${ratio.toFixed(2)} ${colour} on rgb(${back.map(Math.round)}): ${words}`);
  };

  for (const element of document.querySelectorAll("body, body *:not(svg, svg *)")) {
    if (!element.checkVisibility()) continue;
    const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const own = words.map((node) => node.data.trim()).join(" ").trim();
    if (own) measure(own, getComputedStyle(element).color, backdrop(element));
    for (const badge of ["::before", "::after"]) {
      const style = getComputedStyle(element, badge);
      if (!/counter|"./.test(style.content)) continue;
      const { rgb, alpha } = channels(style.backgroundColor);
      measure(`${badge} of ${element.tagName}`, style.color, over(rgb, alpha, backdrop(element)));
    }
  }
  return [...poor];
}
