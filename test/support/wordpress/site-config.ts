import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface SiteConfig {
  port: number;
  /** The database's, as WordPress takes it. */
  host: string;
  databasePassword: string;
}

/** Where the site writes what PHP complains about. */
export const logIn = (folder: string): string => join(folder, 'php.log');

/** Writes the config of the folder's `site`. */
export async function writeSiteConfig(folder: string, config: SiteConfig): Promise<void> {
  const keys = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [
    [`${name}_KEY`, randomBytes(32).toString('hex')],
    [`${name}_SALT`, randomBytes(32).toString('hex')],
  ]);
  const values: [string, string | boolean][] = [
    ['DB_NAME', 'wp'],
    ['DB_USER', 'wp'],
    ['DB_PASSWORD', config.databasePassword],
    ['DB_HOST', config.host],
    ['DB_CHARSET', 'utf8mb4'],
    ['DB_COLLATE', ''],
    ['WP_HOME', `http://127.0.0.1:${config.port}`],
    ['WP_SITEURL', `http://127.0.0.1:${config.port}`],
    // Application passwords over plain http are for local sites only.
    ['WP_ENVIRONMENT_TYPE', 'local'],
    ['WP_DEBUG', true],
    ['WP_DEBUG_DISPLAY', false],
    ['WP_DEBUG_LOG', logIn(folder)],
    ['DISABLE_WP_CRON', true],
    ['WP_HTTP_BLOCK_EXTERNAL', true],
    ['AUTOMATIC_UPDATER_DISABLED', true],
    ...(keys as [string, string][]),
  ];
  const lines = [
    '<?php',
    ...values.map(([name, value]) => `define('${name}', ${JSON.stringify(value)});`),
    "$table_prefix = 'wp_';",
    "if ( ! defined( 'ABSPATH' ) ) define( 'ABSPATH', __DIR__ . '/' );",
    "require_once ABSPATH . 'wp-settings.php';",
    '',
  ];
  await writeFile(join(folder, 'site/wp-config.php'), lines.join('\n'), { mode: 0o600 });
}
