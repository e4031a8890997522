import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type {
  AppControllerRoute,
  AppViewRoute,
  BullBoardQueues,
  ControllerHandlerReturnType,
  IServerAdapter,
  UIConfig,
} from '@bull-board/api/typings/app';
import { type Context, Hono } from 'hono';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** Serves a board below a path, and of it only what reads: no route that changes anything is there at all. */
export class ReadOnlyAdapter implements IServerAdapter {
  readonly app = new Hono();
  readonly #basePath: string;
  #queues: BullBoardQueues = new Map();
  #views = '';
  #config: UIConfig = {};
  #onError: (error: Error) => ControllerHandlerReturnType = (error) => {
    throw error;
  };

  constructor(basePath: string) {
    this.#basePath = basePath;
  }

  setQueues(queues: BullBoardQueues): this {
    this.#queues = queues;
    return this;
  }

  setViewsPath(path: string): this {
    this.#views = path;
    return this;
  }

  setUIConfig(config: UIConfig): this {
    this.#config = config;
    return this;
  }

  setErrorHandler(handler: (error: Error) => ControllerHandlerReturnType): this {
    this.#onError = handler;
    return this;
  }

  setStaticPath(route: string, folder: string): this {
    this.app.get(`${route}/*`, async (context) => {
      const name = normalize(context.req.path.slice(route.length));
      const type = TYPES[extname(name)];
      if (type === undefined || name.includes(`..${sep}`)) return await context.notFound();
      const file = await readFile(join(folder, name)).catch(() => undefined);
      if (file === undefined) return await context.notFound();
      return context.body(new Uint8Array(file), 200, { 'content-type': type });
    });
    return this;
  }

  setApiRoutes(routes: readonly AppControllerRoute[]): this {
    for (const route of routes) {
      if (![route.method].flat().includes('get')) continue;
      for (const path of [route.route].flat()) {
        this.app.get(path, (context) => this.#answer(context, route));
      }
    }
    return this;
  }

  async #answer(context: Context, route: AppControllerRoute): Promise<Response> {
    const { status = 200, body } = await this.#ask(context, route);
    return new Response(typeof body === 'string' ? body : JSON.stringify(body ?? null), {
      status,
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
  }

  async #ask({ req }: Context, route: AppControllerRoute) {
    const request = { params: req.param(), query: req.query(), body: {}, headers: req.header() };
    try {
      return await route.handler({ ...request, queues: this.#queues, uiConfig: this.#config });
    } catch (error) {
      return this.#onError(error instanceof Error ? error : new Error(String(error)));
    }
  }

  setEntryRoute(entry: AppViewRoute): this {
    for (const path of [entry.route].flat()) {
      this.app.get(path, async (context) => {
        const { name, params } = entry.handler({
          basePath: this.#basePath,
          uiConfig: this.#config,
        });
        const template = await readFile(join(this.#views, name), 'utf8');
        return context.html(filled(template, params as Record<string, string>));
      });
    }
    return this;
  }
}

/** The template with its places filled in by what is all ours, and without what it would load from elsewhere. */
function filled(template: string, params: Readonly<Record<string, string>>): string {
  return template
    .replaceAll(/<link\b[^>]*\bhref="https?:[^>]*>/g, '')
    .replaceAll(/<%[=-]\s*(\w+)\s*%>/g, (_whole, name: string) => params[name] ?? '');
}
