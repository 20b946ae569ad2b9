// Replaces every element with data-live by its newest version when the server says that something
// changed. What somebody is typing into, or has opened, stays as it is.
(function () {
  "use strict";
  if (!document.querySelector("[data-live]") || !window.EventSource) return;
  let running = false, again = false;

  function busy(element) {
    const active = document.activeElement;
    return element.contains(active) && active.matches("input:not([type=hidden]), select, textarea");
  }

  function place(element, fresh) {
    if (element.isEqualNode(fresh) || busy(element)) return;
    const focused = element.contains(document.activeElement) && document.activeElement.id;
    element.querySelectorAll("details[id][open]").forEach(function (open) {
      const same = fresh.querySelector("#" + CSS.escape(open.id));
      if (same) same.open = true;
    });
    element.replaceWith(fresh);
    const next = focused && document.getElementById(focused);
    if (next) next.focus({preventScroll: true});
  }

  async function look() {
    if (running) { again = true; return; }
    running = true;
    try {
      do {
        again = false;
        const answer = await fetch(location.href, {headers: {"Accept": "text/html", "Sandbox-Look": "1"}});
        if (!answer.ok) break;
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        document.querySelectorAll("[data-live][id]").forEach(function (element) {
          const fresh = page.getElementById(element.id);
          if (fresh) place(element, document.adoptNode(fresh));
        });
      } while (again);
    } finally {
      running = false;
    }
  }

  new EventSource("/events").addEventListener("change", look);
})();

// Buttons with data-copy="id" copy the text of that element.
document.addEventListener("click", function (event) {
  "use strict";
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  const said = button.textContent;
  navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent).then(
    function () { button.textContent = "Copied"; setTimeout(function () { button.textContent = said; }, 2000); },
    function () { button.textContent = "Select the text and copy it"; });
});
