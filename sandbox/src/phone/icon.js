// Line icons on a 24 px grid, drawn here.

const PATHS = {
  send: "M4 12 20 4l-5 16-3.5-6.5L4 12Zm7.5 1.5L20 4",
  plus: "M12 5v14M5 12h14",
  close: "m6 6 12 12M18 6 6 18",
  chevron: "m6 9 6 6 6-6",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",
  image: "M4 5h16v14H4V5Zm0 11 5-5 4 4 3-2.5 4 3.5M15.5 9.5h.01",
  video: "M3 6h12v12H3V6Zm12 4 6-3v10l-6-3",
  audio: "M9 18a3 3 0 1 1-6 0 3 3 0 0 1 6 0Zm0 0V6l12-2v11m0 0a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z",
  voice: "M12 15a3.5 3.5 0 0 0 3.5-3.5v-5a3.5 3.5 0 0 0-7 0v5A3.5 3.5 0 0 0 12 15Zm-6.5-4a6.5 6.5 0 0 0 13 0M12 17.5V21",
  document: "M6 3h8l5 5v13H6V3Zm8 0v5h5M9 13h7M9 17h5",
  location: "M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.500 12 21 12 21Zm0-9a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",
  contact: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",
  list: "M9 6h11M9 12h11M9 18h11M4.500 6h.01M4.500 12h.01M4.500 18h.01",
  link: "M14 5h5v5m0-5-8 8M11 6H5v13h13v-6",
  phone: "M5 4h4l1.500 4.500L8 10.500a12 12 0 0 0 5.500 5.500l2-2.500L20 15v4a1 1 0 0 1-1 1A15 15 0 0 1 4 5a1 1 0 0 1 1-1Z",
  copy: "M9 9h11v11H9V9Zm-3 6H4V4h11v2",
  reply: "M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6v1",
  smile: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8.500 14a4 4 0 0 0 7 0M9 9.500h.01M15 9.500h.01",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0M19 4v6M16 7h6",
  flow: "M5 4h14v16H5V4Zm4 5h6M9 13h6M9 17h3",
  sent: "m5 12.500 4.500 4.500L19 7.500",
  delivered: "m2 12.500 4.500 4.500L15 8.500M11 16l1 1L22 7",
  failed: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-13v5m0 3.500h.01",
  signal: "M5 19v-3M10 19v-7M15 19V8.500M20 19V5",
  battery: "M3 8h15v8H3V8Zm17.500 3v2M5.500 10.500v3h10v-3h-10Z",
};

export function icon(name, label) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  path.setAttribute("d", PATHS[name] ?? PATHS.document);
  svg.append(path);
  if (label) {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
  } else {
    svg.setAttribute("aria-hidden", "true");
  }
  return svg;
}
