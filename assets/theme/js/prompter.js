// The prompter: lights the line to read, at a speed the reader sets. Without it the script is a plain text.
// The speed is kept on this phone only, and only once the reader has set it.
(function () {
  "use strict";

  const deck = document.querySelector("[data-deck]");
  const script = document.querySelector("[data-script]");
  const lines = Array.from(script.querySelectorAll(".line"));
  const part = (name) => deck.querySelector(`[data-${name}]`);
  const button = part("play");
  const KEPT = "lachan-speed";

  let total = 0;
  const starts = lines.map(function (line) {
    const start = total;
    total += Number(line.dataset.seconds);
    return start;
  });

  let at = 0; // seconds of script already read, at speed 1
  let speed = kept();
  let size = 1;
  let now = -1;
  let timer = 0;
  let wake = null;

  function kept() {
    try {
      return Math.min(1.5, Math.max(0.6, Number(localStorage.getItem(KEPT)) || 1));
    } catch {
      return 1; // storage is switched off
    }
  }

  function keep() {
    try {
      localStorage.setItem(KEPT, speed.toFixed(2));
    } catch {
      // storage is switched off: the speed holds until the page is left
    }
  }

  function clock(seconds) {
    const whole = Math.max(0, Math.round(seconds));
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  }

  function show() {
    let index = 0;
    while (index < lines.length - 1 && starts[index + 1] <= at) index += 1;
    if (index !== now) {
      if (now >= 0) lines[now].classList.remove("now");
      lines[index].classList.add("now");
      if (timer || sound.playing) lines[index].scrollIntoView({ block: "center" });
      now = index;
    }
    part("now").textContent = clock(at / speed);
    part("left").textContent = clock((total - at) / speed);
    part("rate").textContent = `${Math.round(speed * 100)}%`;
    deck.querySelector("progress").value = (at / total) * 100;
  }

  function run(running) {
    document.body.classList.toggle("running", running);
    now = running && now >= 0 ? (lines[now].classList.remove("now"), -1) : now;
    if (running) stayAwake();
    else if (wake) wake.release();
    if (!running) wake = null;
  }

  function stayAwake() {
    if (navigator.wakeLock) {
      navigator.wakeLock.request("screen").then((lock) => (wake = lock), () => {});
    }
  }

  function name(button, words, running) {
    button.lastElementChild.textContent = words;
    button.toggleAttribute("data-running", running);
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    run(false);
    name(button, button.dataset.goOn, false);
  }

  function play() {
    let before = Date.now();
    sound.stop();
    if (at >= total) at = 0;
    run(true);
    name(button, button.dataset.stop, true);
    timer = setInterval(function () {
      const time = Date.now();
      at = Math.min(total, at + ((time - before) / 1000) * speed);
      before = time;
      if (at === total) stop();
      show();
    }, 200);
    show();
  }

  function jump(index) {
    at = starts[Math.min(lines.length - 1, Math.max(0, index))];
    if (sound.playing) sound.play();
    show();
  }

  // What can be heard: one sentence a file, the chime before and behind, or one recording of it all.
  const sound = (function () {
    const listen = document.querySelector("[data-listen]");
    if (!listen) return { playing: false, stop() {} };
    const audio = new Audio();
    const first = lines.flatMap((line, index) => (line.dataset.sound ? [index] : []));
    const end = (piece) => (piece + 1 < first.length ? starts[first[piece + 1]] : total);
    const sentences = first.map((index) => lines[index].dataset.sound);
    const chime = script.dataset.chime ? [script.dataset.chime] : [];
    const all = [...chime, ...sentences, ...chime];
    const own = { playing: false, stop: halt, play: from };
    let piece = 0; // of `all`

    function load(next) {
      piece = next;
      audio.src = all[piece];
      audio.playbackRate = speed;
      new Audio().src = all[piece + 1] || all[piece]; // on its way while this one is heard
      audio.play().catch(halt);
    }

    function from() {
      let sentence = first.length - 1;
      while (sentence >= 0 && starts[first[sentence]] > at) sentence -= 1;
      load(at > 0 ? sentence + chime.length : 0);
    }

    function halt() {
      audio.pause();
      own.playing = false;
      run(false);
      name(listen, listen.dataset.start, false);
    }

    listen.addEventListener("click", function () {
      if (own.playing) return halt();
      if (timer) stop();
      if (at >= total) at = 0;
      own.playing = true;
      run(true);
      name(listen, listen.dataset.stop, true);
      from();
    });
    audio.addEventListener("timeupdate", function () {
      const sentence = piece - chime.length;
      if (!own.playing || sentence < 0 || sentence >= first.length || !audio.duration) return;
      const start = starts[first[sentence]];
      at = start + (audio.currentTime / audio.duration) * (end(sentence) - start);
      show();
    });
    audio.addEventListener("ended", function () {
      if (piece + 1 < all.length) return load(piece + 1);
      at = total;
      halt();
      show();
    });

    const save = document.querySelector("[data-save]");
    const words = save.lastElementChild.textContent;
    save.addEventListener("click", async function () {
      let found;
      try {
        found = await Promise.all(all.map((url) => fetch(url).then((answer) => answer.arrayBuffer())));
        name(save, words, false);
      } catch (_) {
        return name(save, save.dataset.lost, false);
      }
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(found, { type: "audio/mpeg" }));
      link.download = save.dataset.save;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    });
    for (const hidden of [listen, save]) hidden.hidden = false;
    return own;
  })();

  const copy = document.querySelector("[data-copy]");

  function spoken() {
    const paragraphs = Array.from(script.querySelectorAll(".breath"), (paragraph) =>
      Array.from(paragraph.querySelectorAll(".line"), function (line) {
        const said = line.cloneNode(true);
        for (const mark of said.querySelectorAll("i")) mark.remove();
        for (const name of said.querySelectorAll("[data-say]")) name.textContent = name.dataset.say;
        return said.textContent.trim().replace(/\s+/g, " ");
      }).join(" ")
    );
    return paragraphs.join("\n\n") + "\n";
  }

  copy.addEventListener("click", function () {
    const area = document.createElement("textarea");
    area.value = spoken();
    document.body.append(area);
    area.select();
    // The older way works on every phone and without https.
    const done = document.execCommand("copy");
    area.remove();
    if (done) copy.lastElementChild.textContent = copy.dataset.copy;
  });
  copy.hidden = false;

  button.addEventListener("click", () => (timer ? stop() : play()));
  for (const step of deck.querySelectorAll("[data-faster]")) {
    step.addEventListener("click", function () {
      speed = Math.min(1.5, Math.max(0.6, speed + 0.05 * Number(step.dataset.faster)));
      keep();
      if (sound.playing) sound.play();
      show();
    });
  }
  part("size").addEventListener("click", function () {
    document.body.classList.remove(`size-${size}`);
    size = (size % 3) + 1;
    document.body.classList.add(`size-${size}`);
  });
  lines.forEach((line, index) => line.addEventListener("click", () => jump(index)));

  // A Bluetooth pedal is a keyboard with two to four of these keys.
  const STEPS = { ArrowUp: -1, ArrowLeft: -1, PageUp: -1, ArrowDown: 1, ArrowRight: 1, PageDown: 1 };
  document.addEventListener("keydown", function (event) {
    const step = STEPS[event.key];
    if (step) jump(now + step);
    else if ([" ", "Enter"].includes(event.key) && event.target === document.body) button.click();
    else return;
    event.preventDefault();
  });
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "visible" && (timer || sound.playing)) stayAwake();
  });

  deck.hidden = lines.length === 0;
  if (lines.length) show();
})();
