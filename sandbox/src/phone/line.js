// The open line to the sandbox. It comes back by itself.

const PAUSES = [250, 500, 1000, 2000, 4000];

export function line({ changed, opened, lost }) {
  let socket = null;
  let failures = 0;
  let shown = null;

  function connect() {
    const url = new URL("/sandbox/live", location.href);
    url.protocol = "ws:";
    socket = new WebSocket(url);
    socket.onopen = () => {
      failures = 0;
      say();
      opened();
    };
    socket.onmessage = (event) => changed(JSON.parse(event.data));
    socket.onclose = () => {
      lost();
      setTimeout(connect, PAUSES[Math.min(failures++, PAUSES.length - 1)]);
    };
  }

  // A chat counts as read only while somebody can see it.
  function say() {
    const visible = document.visibilityState === "visible" && innerWidth > 0;
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ open: visible ? shown : null }));
  }

  document.addEventListener("visibilitychange", say);
  addEventListener("resize", say);
  connect();

  return {
    show(chat) {
      shown = chat;
      say();
    },
  };
}
