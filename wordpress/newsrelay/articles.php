<?php
/**
 * What the site knows of each article: one row, which outlives its post. The row of an article whose
 * post was deleted is its tombstone.
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

const UUID          = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const TABLE_VERSION = 1;
const LOCK_SECONDS  = 10;

function table(): string {
	global $wpdb;
	return $wpdb->prefix . 'newsrelay_articles';
}

/** Makes the table on first use, so that copying the folder to mu-plugins is enough too. */
function ensure_table(): void {
	global $wpdb;
	if ( (int) get_option( 'newsrelay_table_version' ) === TABLE_VERSION ) {
		return;
	}
	require_once ABSPATH . 'wp-admin/includes/upgrade.php';
	$table = table();
	dbDelta(
		"CREATE TABLE $table (
			article_id char(36) NOT NULL,
			post_id bigint(20) unsigned NOT NULL DEFAULT 0,
			revision bigint(20) unsigned NOT NULL DEFAULT 0,
			hash char(64) NOT NULL DEFAULT '',
			withdrawn tinyint(1) NOT NULL DEFAULT 0,
			PRIMARY KEY  (article_id)
		) {$wpdb->get_charset_collate()};"
	);
	adopt_posts();
	update_option( 'newsrelay_table_version', TABLE_VERSION );
}

/**
 * Enters posts that were made or changed without the plugin, known by the mark in their text: all of
 * them, or those of one article. Reads every post, so it is for activation and for mending only.
 */
function adopt_posts( string $article_id = '' ): void {
	global $wpdb;
	$start = '<!-- newsrelay ' . $article_id;
	$found = $wpdb->get_results(
		$wpdb->prepare(
			"SELECT ID, SUBSTRING(post_content, LOCATE(%s, post_content), 200) AS mark FROM $wpdb->posts
			WHERE post_type = 'post' AND post_content LIKE %s ORDER BY ID DESC",
			$start,
			'%' . $wpdb->esc_like( $start ) . '%'
		)
	);
	// From the newest to the oldest: of several posts of one article the oldest counts.
	foreach ( $found as $post ) {
		if ( ! preg_match( '/^<!-- newsrelay (' . UUID . ') (\d{1,15}) ([0-9a-f]{64}) (\w+) -->/', $post->mark, $mark ) ) {
			continue;
		}
		list( , $id, $revision, $hash, $state ) = $mark;

		$row = find_article( $id );
		if ( $row && $row->post_id && (int) $row->revision >= (int) $revision ) {
			continue;
		}
		// A post that was being made is finished as one that comes back.
		$withdrawn = 'live' === $state ? 0 : 1;
		save_article( $id, array( 'post_id' => (int) $post->ID, 'revision' => $revision, 'hash' => $hash, 'withdrawn' => $withdrawn ) );
	}
}

/** The article's row, or null. `post_id` 0: it was withdrawn before it came, or its creation was cut short. */
function find_article( string $article_id ): ?object {
	global $wpdb;
	$table = table();
	return $wpdb->get_row( $wpdb->prepare( "SELECT * FROM $table WHERE article_id = %s", $article_id ) );
}

function save_article( string $article_id, array $values ): void {
	global $wpdb;
	$wpdb->replace( table(), array( 'article_id' => $article_id ) + $values );
}

/**
 * Runs one action at a time for an article, over all PHP processes that use this database server.
 *
 * @return mixed What the action returns, or a WP_Error (409) when the lock is not free in time.
 */
function with_article_lock( string $article_id, callable $action ) {
	global $wpdb;
	// The name is the server's, not the database's: other sites may hold the same article.
	$lock = 'newsrelay:' . md5( DB_NAME . $wpdb->prefix . $article_id );
	if ( '1' !== $wpdb->get_var( $wpdb->prepare( 'SELECT GET_LOCK(%s, %d)', $lock, LOCK_SECONDS ) ) ) {
		return new \WP_Error( 'newsrelay_locked', 'Another delivery of this article is under way.', array( 'status' => 409 ) );
	}
	try {
		return $action();
	} finally {
		$wpdb->query( $wpdb->prepare( 'SELECT RELEASE_LOCK(%s)', $lock ) );
	}
}
