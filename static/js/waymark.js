/* Enhancements only: every page works without this file. */

function offerCopying() {
  const field = document.querySelector("[data-private-link]");
  const button = document.querySelector("[data-copy]");
  if (!field || !button || !navigator.clipboard) return;
  const told = document.querySelector("[data-copied]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      told.textContent = told.dataset.copied;
    } catch {
      field.select();
    }
  });
}

function keepExclusiveChoicesAlone() {
  document.addEventListener("change", ({ target }) => {
    if (target.type !== "checkbox" || !target.checked) return;
    const group = target.closest("fieldset");
    if (!group) return;
    const alone = target.hasAttribute("data-exclusive");
    for (const box of group.querySelectorAll("input[type=checkbox]")) {
      if (box !== target && (alone || box.hasAttribute("data-exclusive"))) {
        box.checked = false;
      }
    }
  });
}

function showErrorsFirst() {
  document.querySelector("[data-error-summary]")?.focus();
}

function showCurrentPlace() {
  const tab = document.querySelector(".tabs [aria-current]");
  const row = tab?.closest(".tabs");
  if (row) row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  const section = document.querySelector(".wizard-sections [aria-current]");
  const list = section?.closest(".wizard-sections > div");
  if (list) list.scrollTop = section.parentElement.offsetTop - list.clientHeight / 2;
}

function openWhatTheAddressNames() {
  const named = location.hash && document.getElementById(location.hash.slice(1));
  const closed = named && named.closest("details:not([open])");
  if (!closed) return;
  closed.open = true;
  named.scrollIntoView();
}

function followReport() {
  const report = document.querySelector("[data-refresh]");
  if (!report) return;
  setTimeout(async () => {
    try {
      const response = await fetch(report.dataset.progress);
      if (response.ok) {
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        const fresh = page.querySelector("[data-report-state]");
        if (fresh && fresh.dataset.reportState !== report.dataset.reportState) {
          showProgress(report, fresh, page.querySelector("[data-live]"));
        }
      }
    } finally {
      followReport();
    }
  }, Number(report.dataset.refresh) * 1000);
}

function showProgress(report, fresh, files) {
  const place = document.querySelector("[data-live]");
  const held = place.contains(document.activeElement);
  place.replaceWith(files);
  // The status itself stays in place: only then are its new words read aloud.
  report.innerHTML = fresh.innerHTML;
  report.dataset.reportState = fresh.dataset.reportState;
  if (!fresh.dataset.refresh) delete report.dataset.refresh;
  if (held) report.focus();
}

offerCopying();
keepExclusiveChoicesAlone();
showErrorsFirst();
showCurrentPlace();
openWhatTheAddressNames();
addEventListener("hashchange", openWhatTheAddressNames);
followReport();
