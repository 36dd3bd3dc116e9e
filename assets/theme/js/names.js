// Every commune as {code, name, province}. The build puts NAMES before this, with steps in place of codes (site/finder.py).
window.COMMUNES = Object.entries(NAMES).flatMap(function ([province, lines]) {
  let code = 0;
  return lines.split("\n").map(function (line) {
    const end = line.indexOf(" ");
    code += Number(line.slice(0, end));
    return { code: String(code).padStart(5, "0"), name: line.slice(end + 1), province };
  });
});
