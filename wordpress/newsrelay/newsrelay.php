<?php
/**
 * Plugin Name: newsrelay
 * Description: Takes articles from newsrelay: one post per article whatever happens, canonical and robots by the article's rights, and no return of what an editor removed.
 * Version: 2.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 * Text Domain: newsrelay
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

const VERSION = '2.1.0';

require __DIR__ . '/account.php';
require __DIR__ . '/articles.php';
require __DIR__ . '/text.php';
require __DIR__ . '/terms.php';
require __DIR__ . '/editors.php';
require __DIR__ . '/deliver.php';
require __DIR__ . '/withdraw.php';
require __DIR__ . '/rest.php';
require __DIR__ . '/page.php';

// Deliveries may have come while it was not active.
register_activation_hook(
	__FILE__,
	function () {
		ensure_table();
		ensure_role();
		adopt_posts();
	}
);
