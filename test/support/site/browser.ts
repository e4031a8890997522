import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium, flagsWith } from './chromium.ts';

export interface View {
  width: number;
  scheme: 'light' | 'dark';
}

export interface Tab {
  /** From now on pages are shown like this, and run no scripts of theirs. */
  look(view: View): Promise<void>;
  /** Opens a page and waits until it has loaded. */
  open(url: string): Promise<void>;
  /** The document of a page after its scripts, timers and loads have run, as markup. */
  documentAfterLoad(url: string): Promise<string>;
  /** What an expression of the page gives; promises are waited for. */
  evaluate<Value>(expression: string): Promise<Value>;
  /** Waits until an expression of the page gives something true, and gives that. */
  until<Value>(expression: string, patienceMs?: number): Promise<Value>;
  /** A picture of the page as it is that many CSS pixels wide, in WebP; `meanwhile` looks at the page at that size. */
  picture(
    size: { width: number; height: number },
    meanwhile?: () => Promise<void>,
  ): Promise<Buffer>;
  setCookie(cookie: { name: string; value: string; url: string }): Promise<void>;
}

export interface Browser extends AsyncDisposable {
  tab: Tab;
}

const PATIENCE_MS = 60_000;

/** A real browser with one tab, spoken to by the Chrome DevTools Protocol, that reaches loopback only. */
export async function openBrowser(): Promise<Browser> {
  if (!chromium) throw new Error('no chromium on PATH');
  const profile = await mkdtemp(join(tmpdir(), 'newsrelay-browser-'));
  const child = spawn(
    chromium,
    [...flagsWith(profile), '--hide-scrollbars', '--remote-debugging-port=0', 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  const close = async () => {
    await ended(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const { host } = new URL(await debuggerAddress(child));
    const pages = (await (await fetch(`http://${host}/json/list`)).json()) as {
      type: string;
      webSocketDebuggerUrl: string;
    }[];
    const page = pages.find(({ type }) => type === 'page');
    if (!page) throw new Error('the browser has no page');
    const { tab, socket } = await connect(page.webSocketDebuggerUrl);
    return {
      tab,
      [Symbol.asyncDispose]: async () => {
        socket.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function debuggerAddress({ stderr }: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: stderr! })) {
    const address = /DevTools listening on (\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('the browser ended at once');
}

/** The browser and its helpers, which are a group of their own. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await exit;
}

interface Answer {
  id?: number;
  method?: string;
  result?: unknown;
  error?: { message: string };
}

async function connect(address: string): Promise<{ tab: Tab; socket: WebSocket }> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('the browser does not answer')));
  });
  let calls = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  const events = new Map<string, () => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, method, ...answer } = JSON.parse(String(data)) as Answer;
    if (id !== undefined) waiting.get(id)?.(answer);
    else if (method !== undefined) events.get(method)?.();
  });
  const send = async <Result>(method: string, params: object = {}): Promise<Result> => {
    calls += 1;
    const id = calls;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await answered;
    waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as Result;
  };
  await send('Page.enable');
  // Nobody is there to answer; the page may be gone by then.
  const refuse = () =>
    void send('Page.handleJavaScriptDialog', { accept: false }).catch(() => undefined);
  events.set('Page.javascriptDialogOpening', refuse);
  const happened: Happened = (event) =>
    new Promise<void>((resolve, reject) => {
      const late = AbortSignal.timeout(PATIENCE_MS);
      late.addEventListener('abort', () => reject(new Error(`waited in vain for ${event}`)));
      events.set(event, resolve);
    });
  return { tab: tabOver(send, happened), socket };
}

type Send = <Result>(method: string, params?: object) => Promise<Result>;

/** Resolves when an event of the protocol comes next. */
type Happened = (event: string) => Promise<void>;

/** What an expression of the page gives. */
const evaluateOver =
  (send: Send) =>
  async <Value>(expression: string): Promise<Value> => {
    const { result, exceptionDetails } = await send<{
      result: { value: Value };
      exceptionDetails?: { exception?: { description?: string } };
    }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression);
    return result.value;
  };

/** How a page is shown. */
function looksOver(send: Send, evaluate: Tab['evaluate']): Pick<Tab, 'look' | 'picture'> {
  return {
    picture: async ({ width, height }, meanwhile) => {
      const metrics = { width, height, deviceScaleFactor: 1, mobile: width < 600 };
      await send('Emulation.setDeviceMetricsOverride', metrics);
      await evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300)))');
      await meanwhile?.();
      const { data } = await send<{ data: string }>('Page.captureScreenshot', {
        format: 'webp',
        quality: 60,
      });
      await send('Emulation.clearDeviceMetricsOverride');
      return Buffer.from(data, 'base64');
    },
    look: async ({ width, scheme }) => {
      const metrics = { width, height: 800, deviceScaleFactor: 1, mobile: width < 600 };
      await send('Emulation.setDeviceMetricsOverride', metrics);
      const features = [{ name: 'prefers-color-scheme', value: scheme }];
      await send('Emulation.setEmulatedMedia', { features });
      await send('Emulation.setScriptExecutionDisabled', { value: true });
    },
  };
}

/** How much of its own time a page is given for its scripts, timers and loads. */
const VIRTUAL_MS = 5_000;

function tabOver(send: Send, happened: Happened): Tab {
  const evaluate = evaluateOver(send);
  const until = async <Value>(expression: string, patienceMs = PATIENCE_MS): Promise<Value> => {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- asked again until it is so
      const value = await evaluate<Value>(expression);
      if (value) return value;
      if (Date.now() > deadline) throw new Error(`never came true: ${expression}`);
      // oxlint-disable-next-line no-await-in-loop -- as above
      await delay(50);
    }
  };
  return {
    evaluate,
    until,
    open: async (url) => {
      const load = happened('Page.loadEventFired');
      await send('Page.navigate', { url });
      await load;
    },
    documentAfterLoad: async (url) => {
      await send('Page.navigate', { url });
      const isOver = happened('Emulation.virtualTimeBudgetExpired');
      const policy = 'pauseIfNetworkFetchesPending';
      await send('Emulation.setVirtualTimePolicy', { policy, budget: VIRTUAL_MS });
      await isOver;
      return await evaluate('document.documentElement.outerHTML');
    },
    ...looksOver(send, evaluate),
    setCookie: async (cookie) => {
      await send('Network.setCookie', cookie);
    },
  };
}
