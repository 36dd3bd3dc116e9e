// Every commune as {code, name, province, was}: `was` has pairs of an old name and the one that took its place.
// The build puts NAMES before this, with steps in place of codes and tabs before old names (site/finder.py).
window.COMMUNES = Object.entries(NAMES).flatMap(function ([provinces, lines]) {
  const [province, ...left] = provinces.split("\t");
  let code = 0;
  return lines.split("\n").map(function (line) {
    const end = line.indexOf(" ");
    code += Number(line.slice(0, end));
    const [name, ...former] = line.slice(end + 1).split("\t");
    const was = [...former.map((old) => [old, name]), ...left.map((old) => [old, province])];
    return { code: String(code).padStart(5, "0"), name, province, was };
  });
});
