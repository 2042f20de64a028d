// At narrow widths one of the two frames is shown.

const tabs = [...document.querySelectorAll("[data-shows]")];

for (const tab of tabs) {
  tab.addEventListener("click", () => show(tab));
  tab.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") show(tabs.find((other) => other !== tab)).focus();
  });
}

function show(shown) {
  document.body.dataset.shown = shown.dataset.shows;
  for (const tab of tabs) {
    tab.setAttribute("aria-selected", String(tab === shown));
    tab.tabIndex = tab === shown ? 0 : -1;
  }
  return shown;
}

// The links are scenery.
for (const link of document.querySelectorAll(".side a")) link.addEventListener("click", (event) => event.preventDefault());
