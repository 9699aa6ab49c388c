// A draft on its way to the server, for the day the phone is lost. Never stands in anyone's way.
// It names its act: what arrives after that act is stored is not shown again.

export function upload(form, text) {
  if (text === form.dataset.uploaded || text === form.dataset.empty) return;
  form.dataset.uploaded = text;
  const token = document.querySelector('meta[name="csrf-token"]').content;
  fetch("/drafts", {
    method: "POST",
    keepalive: true,
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify({ about: form.dataset.draft, text, command_id: form.elements.command_id?.value }),
  }).catch(() => delete form.dataset.uploaded);
}
