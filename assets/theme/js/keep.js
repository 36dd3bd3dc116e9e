// Keep a commune's page for the day without a network. Nothing stays on the phone before somebody asks for it, and
// what is kept is known by the address of its worker alone: no cookie, no other storage.
(function () {
  "use strict";

  const box = document.querySelector("[data-worker]");
  const said = box.querySelector("[role=status]");
  const [save, remove] = box.querySelectorAll("button");
  const worker = new URL(box.dataset.worker, location.href);
  const scope = new URL("./", worker).href;
  const wanted = `?${box.dataset.kept}`;
  const container = navigator.serviceWorker;

  // What is kept now: "" for nothing, else language and code of a commune.
  async function kept() {
    const registration = await container.getRegistration(scope);
    return registration && registration.active ? new URL(registration.active.scriptURL).search : "";
  }

  function show(now, state) {
    said.textContent = said.dataset[state] || "";
    save.hidden = now === wanted;
    remove.hidden = !now;
  }

  // After a tap: the button that was tapped may be gone, the other one takes the focus.
  async function tell(state) {
    show(await kept(), state);
    (save.hidden ? remove : save).focus();
  }

  function installed(worker) {
    return new Promise(function (done, failed) {
      worker.addEventListener("statechange", function () {
        if (worker.state === "activated") done();
        if (worker.state === "redundant") failed();
      });
    });
  }

  save.addEventListener("click", async function () {
    said.textContent = said.dataset.saving;
    try {
      const registration = await container.register(worker.href + wanted);
      const fresh = registration.installing || registration.waiting;
      if (fresh) await installed(fresh);
      tell("saved");
    } catch {
      tell("failed");
    }
  });

  remove.addEventListener("click", async function () {
    const registration = await container.getRegistration(scope);
    if (registration) await registration.unregister();
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.endsWith(` ${scope}`)).map((name) => caches.delete(name)));
    tell("removed");
  });

  if (container && location.protocol !== "file:") {
    kept().then(function (now) {
      show(now, now === wanted ? "saved" : now && "other");
      box.firstElementChild.hidden = false;
    });
  }
})();
