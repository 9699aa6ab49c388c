// Sends one command until it is answered: by the socket if there is one, else by HTTP.
// The command id stays the same, so that sending twice does it once.

import { line } from "./line.js";

const ACK_MS = 6_000;
const RETRY_MS = 3_000;
const SAY_AGAIN = ["unavailable", "too_fast"];

function bySocket(socket, command) {
  return new Promise((done) => {
    socket.timeout(ACK_MS).emit("act", command, (lost, answer) => done(lost ? null : answer));
  });
}

async function byHttp(command) {
  const token = document.querySelector('meta[name="csrf-token"]').content;
  try {
    const answer = await fetch("/act", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token },
      body: JSON.stringify(command),
    });
    return answer.status >= 502 ? null : await answer.json();
  } catch {
    return null;
  }
}

export async function send(command, onWait = () => {}) {
  for (;;) {
    const socket = line();
    const answer = await (socket ? bySocket(socket, command) : byHttp(command));
    if (answer && !SAY_AGAIN.includes(answer.code)) return answer;
    onWait(answer?.text);
    await new Promise((done) => {
      setTimeout(done, RETRY_MS);
      addEventListener("online", done, { once: true });
    });
  }
}
