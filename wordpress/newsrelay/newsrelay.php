<?php
/**
 * Plugin Name: newsrelay
 * Description: Takes articles from newsrelay: one post per article whatever happens, shown with byline, source and licence, and editors keep what they change.
 * Version: 2.3.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 * Text Domain: newsrelay
 * Domain Path: /languages
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

const VERSION = '2.3.0';

require __DIR__ . '/account.php';
require __DIR__ . '/articles.php';
require __DIR__ . '/text.php';
require __DIR__ . '/terms.php';
require __DIR__ . '/tidy.php';
require __DIR__ . '/editors.php';
require __DIR__ . '/deliver.php';
require __DIR__ . '/withdraw.php';
require __DIR__ . '/rest.php';
require __DIR__ . '/page.php';
require __DIR__ . '/settings.php';
require __DIR__ . '/template.php';
require __DIR__ . '/search.php';
require __DIR__ . '/quiet.php';
require __DIR__ . '/gone.php';
require __DIR__ . '/editor-screen.php';

// Translations that the folder itself holds; those of WordPress's own folder are found anyway.
add_action( 'init', fn() => load_plugin_textdomain( 'newsrelay', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' ), 1 );

// Deliveries may have come while it was not active.
register_activation_hook(
	__FILE__,
	function () {
		ensure_table();
		ensure_role();
		adopt_posts();
	}
);
