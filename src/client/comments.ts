// Submits comments without leaving the page. Without this script, the form leads to a preview.

/** Milliseconds before a comment that came too soon is sent again. */
const patience = 3000;

function sendInPlace(form: HTMLFormElement): void {
  const find = <Found extends HTMLElement>(selector: string): Found => form.querySelector<Found>(selector)!;
  const { action } = form;
  const slug = find<HTMLInputElement>('[name=slug]').value;
  const field = find<HTMLTextAreaElement>('textarea');
  const button = find<HTMLButtonElement>('.comment-send');
  const replying = find('.comment-replying');
  const saved = `comment ${slug}`;
  let [re, token] = ['', ''];

  const tell = (text: string, isBad: boolean): void => {
    const line = find('.comment-status');
    line.textContent = text;
    line.classList.toggle('is-bad', isBad);
  };
  const replyTo = (id: string, name = ''): void => {
    re = id;
    replying.hidden = !id;
    find('bdi').textContent = name;
  };
  const getToken = async (): Promise<void> => {
    if (token) return;
    const answer = await fetch(`${action}token?slug=${encodeURIComponent(slug)}`);
    if (answer.ok) token = await answer.text();
  };
  const send = async (tries: number): Promise<void> => {
    await getToken();
    const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
    body.set('token', token);
    if (re) body.set('re', re);
    const answer = await fetch(action, { method: 'POST', headers: { Accept: 'application/json' }, body });
    const { ok, code, message } = (await answer.json()) as { ok: boolean; code: string; message: string };
    // A token becomes valid after a few seconds, and expires after a few hours.
    if (/token|expired/.test(code)) token = '';
    if (tries && (!token || code === 'soon')) {
      await new Promise((done) => setTimeout(done, patience));
      return send(tries - 1);
    }
    tell(message, !ok);
    if (ok) {
      token = '';
      form.reset();
      replyTo('');
      sessionStorage.removeItem(saved);
    }
  };

  field.value ||= sessionStorage.getItem(saved) ?? '';
  form.addEventListener('focusin', () => void getToken().catch(() => {}));
  form.addEventListener('input', ({ target }) => {
    if (target === field) sessionStorage.setItem(saved, field.value);
    const { type, validity } = target as HTMLInputElement;
    if (type !== 'email') return;
    (target as HTMLInputElement).setCustomValidity('');
    if (!validity.valid) (target as HTMLInputElement).setCustomValidity('ایمیل را درست بنویسید یا خالی بگذارید');
  });
  replying.addEventListener('click', ({ target }) => {
    if (target !== replying) replyTo('');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { name, value, dataset } = event.submitter as HTMLButtonElement;
    if (name) {
      replyTo(value, dataset['name']);
      field.focus();
    } else if (!button.disabled) {
      button.disabled = true;
      tell('در حال فرستادن…', false);
      send(3)
        .catch(() => tell('نظر فرستاده نشد. نوشته‌تان این‌جا می‌ماند؛ کمی بعد دوباره بفرستید.', true))
        .finally(() => (button.disabled = false));
    }
  });
}

sendInPlace(document.querySelector<HTMLFormElement>('.comment-form')!);
