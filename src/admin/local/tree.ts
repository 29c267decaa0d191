import { listedMark } from '../format.ts';

/** A file of the working tree as the server lists it. */
interface ListedFile {
  path: string;
  size: number;
  /** Milliseconds since 1970-01-01T00:00Z. */
  modified: number;
  etag: string;
  /** Front matter of markdown. */
  fields?: Readonly<Record<string, unknown>>;
  /** Of other content files, and of those that were read. */
  text?: string;
}

/** What a writer sees when a file was changed by somebody else. */
export type ShowConflict = (path: string, theirs: string, mine: string) => void;

/** The files of the working tree, as this page knows them. */
export class LocalTree {
  readonly files = new Map<string, ListedFile>();
  readonly #folders = new Map<string, Map<string, boolean>>();
  readonly #address: string;
  readonly #token: string;
  readonly #showConflict: ShowConflict;

  constructor(address: string, token: string, showConflict: ShowConflict) {
    this.#address = address;
    this.#token = token;
    this.#showConflict = showConflict;
  }

  /** Read the list of files, with the front matter of markdown. */
  async load(): Promise<void> {
    const response = await this.#send('GET', '/files');
    const listed = (await response.json()) as ListedFile[];
    this.files.clear();
    this.#folders.clear();
    for (const file of listed) this.files.set(file.path, file);
  }

  /** List the names in a folder, and whether each is a file. @param path From the root, without a slash at its ends. */
  childrenOf(path: string): ReadonlyMap<string, boolean> {
    // The editor asks for every folder, and there may be hundreds.
    if (this.#folders.size === 0) for (const file of this.files.keys()) this.#place(file, true);
    return this.#folders.get(path) ?? new Map();
  }

  #place(path: string, isFile: boolean): void {
    const end = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(0, end));
    const known = this.#folders.get(folder);
    if (known) return void known.set(path.slice(end + 1), isFile);
    this.#folders.set(folder, new Map([[path.slice(end + 1), isFile]]));
    if (folder !== '') this.#place(folder, false);
  }

  /** Return the front matter of a file as it was listed. */
  fieldsOf(path: string): Readonly<Record<string, unknown>> {
    return this.files.get(path)?.fields ?? {};
  }

  /**
   * Read the text of a listed file, in the version that was listed. The editor opens entries without waiting, so the
   * browser waits for the server of this machine.
   */
  textOf(path: string): string {
    const known = this.files.get(path);
    if (known?.text !== undefined) return known.text;
    const request = new XMLHttpRequest();
    request.open('GET', this.#address + addressOf(path), false);
    request.setRequestHeader('X-Rooznegar-Token', this.#token);
    request.setRequestHeader('If-Match', known?.etag ?? '');
    request.send();
    if (request.status === 412) location.reload();
    if (request.status !== 200) throw new Error(request.responseText);
    const { text } = JSON.parse(request.responseText) as { text: string };
    if (known) known.text = text;
    return text;
  }

  /** Read a file's bytes. Texts keep their byte order mark; those read on demand are placeholders of {@link listedMark}. */
  async read(path: string): Promise<File> {
    const known = this.files.get(path);
    if (known?.fields) return textFile({ ...known, text: listedMark + path }, path.replace(/^.*\//, ''));
    const name = path.replace(/^.*\//, '');
    if (known?.text !== undefined) return textFile({ ...known, text: known.text }, name);
    const bytes = await (await this.#send('GET', addressOf(path))).blob();
    return new File([bytes], name, { type: bytes.type, lastModified: known?.modified ?? 0 });
  }

  /** Write a file, unless it has changed since this page read it. @throws Error if it has, or if it can’t be written. */
  async write(path: string, data: string | Blob): Promise<void> {
    const known = this.files.get(path);
    const condition: [string, string] = known && known.etag !== '' ? ['If-Match', known.etag] : ['If-None-Match', '*'];
    const response = await this.#send('PUT', addressOf(path), { body: data, condition });
    if (response.status === 412) {
      const { text, etag } = (await response.json()) as { text: string; etag: string };
      this.#showConflict(path, text, typeof data === 'string' ? data : '');
      // Saving again writes over what is there now, which the writer has seen.
      this.files.set(path, { path, size: 0, modified: 0, ...known, text, etag });
      throw new Error('این پرونده پس از آنکه بازش کردید عوض شده است.');
    }
    const { etag, modified } = (await response.json()) as { etag: string; modified: number };
    const text = typeof data === 'string' ? { text: data } : {};
    this.files.set(path, { path, size: typeof data === 'string' ? data.length : data.size, modified, etag, ...text });
    this.#folders.clear();
  }

  /** Remove a file, unless it has changed since this page read it. */
  async remove(path: string): Promise<void> {
    const known = this.files.get(path);
    if (known && known.etag !== '')
      await this.#send('DELETE', addressOf(path), { condition: ['If-Match', known.etag] });
    this.files.delete(path);
    this.#folders.clear();
  }

  async #send(
    method: string,
    address: string,
    { body, condition }: { body?: string | Blob; condition?: [string, string] } = {},
  ): Promise<Response> {
    const headers = new Headers({ 'X-Rooznegar-Token': this.#token });
    if (condition) headers.set(...condition);
    const response = await fetch(this.#address + address, { method, headers, body: body ?? null, cache: 'no-store' });
    if (response.ok || (method === 'PUT' && response.status === 412)) return response;
    throw new Error((await response.text()) || `پاسخ ${response.status} از npm run dev`);
  }
}

function addressOf(path: string): string {
  return `/files/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * What the editor uses of a file, with the text that the server sent: `Blob.text()` would drop a byte order mark, and to make
 * ten thousand files takes browsers a second.
 */
function textFile({ text, size, modified }: ListedFile & { text: string }, name: string): File {
  const file = {
    name,
    size,
    lastModified: modified,
    type: 'text/plain',
    text: async () => text,
    arrayBuffer: async () => new TextEncoder().encode(text).buffer,
  };
  return file as unknown as File;
}
