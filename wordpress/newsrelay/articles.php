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

/** Names the article that a post shows. */
const ARTICLE_META = '_newsrelay_article';

/** The mark that newsrelay leaves in a text without this plugin, as comment or as block. */
const ARTICLE_MARK = '/<!-- (?:wp:newsrelay\/mark \{"is":")?(?:newsrelay )?(' . UUID . ') (\d{1,16}) ([0-9a-f]{64}) (new|live|withdrawn)/';

/**
 * Enters all posts that were made or changed without the plugin, known by the mark in their text. Reads
 * every post, so it is for activation only.
 */
function adopt_posts(): void {
	global $wpdb;
	$ids = $wpdb->get_col( "SELECT ID FROM $wpdb->posts WHERE post_type <> 'revision' AND post_content LIKE '%<!-- %newsrelay%' ORDER BY ID DESC" );
	// From the newest to the oldest: of several posts of one article the oldest counts.
	foreach ( $ids as $id ) {
		adopt_post( $id );
	}
}

/** Enters the posts of one article. A first delivery left its post at its own address; more is looked for only later. */
function adopt_article( string $article_id, array $job ): void {
	global $wpdb;
	$slug = $job['post']['slug'];
	$ids  = 'publish' === $job['action']
		? $wpdb->get_col( $wpdb->prepare( "SELECT ID FROM $wpdb->posts WHERE post_name IN (%s, %s) AND post_type <> 'revision' ORDER BY ID DESC", $slug, $slug . '__trashed' ) )
		: posts_of_article( $article_id, $job );
	foreach ( $ids as $id ) {
		adopt_post( $id, $article_id, $job['byline'] );
	}
}

/** @param string $article_id Only when it shows this one; any when empty. */
function adopt_post( $post_id, string $article_id = '', string $byline = '' ): void {
	$post = get_post( (int) $post_id );
	$mark = $post && is_of_newsrelay( $post, $byline ) ? read_mark( $post, $article_id ) : null;
	if ( ! $mark || ( '' !== $article_id && $mark['id'] !== $article_id ) ) {
		return;
	}
	$row = find_article( $mark['id'] );
	if ( $row && $row->post_id && (int) $row->revision >= $mark['revision'] ) {
		return;
	}
	update_post_meta( $post->ID, ARTICLE_META, $mark['id'] );
	// A post that was being made is finished as one that comes back. What its page says to search engines is not
	// there yet, so that no content counts as delivered.
	$withdrawn = 'live' === $mark['state'] ? 0 : 1;
	save_article( $mark['id'], array( 'post_id' => $post->ID, 'revision' => $mark['revision'], 'hash' => 'adopted', 'withdrawn' => $withdrawn ) );
}

/**
 * @param string $article_id What the post is known to show where its text says nothing, an editor having rewritten it.
 * @return array|null        { id, revision, state }; of a post whose text says nothing, any revision applies.
 */
function read_mark( \WP_Post $post, string $article_id ): ?array {
	if ( preg_match( ARTICLE_MARK, $post->post_content, $mark ) && (int) $mark[2] <= latest_revision() ) {
		return array( 'id' => $mark[1], 'revision' => (int) $mark[2], 'state' => $mark[4] );
	}
	$id = (string) get_post_meta( $post->ID, ARTICLE_META, true ) ?: $article_id;
	return '' === $id ? null : array( 'id' => $id, 'revision' => 0, 'state' => '' === trim( $post->post_content ) ? 'withdrawn' : 'live' );
}

/**
 * All posts of an article, newest first: by what the plugin noted, by the mark in the text, and, where an editor
 * rewrote a text that was delivered without the plugin, by the end of the address. Reads every post.
 *
 * @return int[]
 */
function posts_of_article( string $article_id, array $job ): array {
	global $wpdb;
	$end = '-' . substr( $article_id, 0, 8 );
	$ids = $wpdb->get_col(
		$wpdb->prepare(
			"SELECT post_id FROM $wpdb->postmeta WHERE meta_key = %s AND meta_value = %s
			UNION SELECT ID FROM $wpdb->posts WHERE post_type <> 'revision' AND post_content LIKE %s
			UNION SELECT ID FROM $wpdb->posts WHERE post_type <> 'revision' AND post_date_gmt = %s AND post_name REGEXP %s ORDER BY 1 DESC",
			ARTICLE_META,
			$article_id,
			'%newsrelay%' . $wpdb->esc_like( $article_id ) . '%',
			str_replace( 'T', ' ', $job['post']['date_gmt'] ?? '' ),
			$end . '(-[0-9]+)?(__trashed)?$'
		)
	);
	$is_ours = fn( $id ) => get_post_meta( $id, ARTICLE_META, true ) === $article_id || is_of_newsrelay( get_post( $id ), $job['byline'] );
	return array_values( array_filter( array_map( 'intval', $ids ), $is_ours ) );
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
	if ( ! empty( $values['post_id'] ) ) {
		update_post_meta( $values['post_id'], ARTICLE_META, $article_id );
	}
}

/**
 * Runs one action at a time under a name, over all PHP processes that use this database server. Never within
 * another: older servers give up the first lock for the second.
 *
 * @return mixed What the action returns, or a WP_Error (409) when the lock is not free in time.
 */
function with_lock( string $name, callable $action ) {
	global $wpdb;
	// The name is the server's, not the database's: other sites may hold the same article.
	$lock = 'newsrelay:' . md5( DB_NAME . $wpdb->prefix . $name );
	if ( '1' !== $wpdb->get_var( $wpdb->prepare( 'SELECT GET_LOCK(%s, %d)', $lock, LOCK_SECONDS ) ) ) {
		return new \WP_Error( 'newsrelay_locked', 'Another delivery of the same is under way.', array( 'status' => 409 ) );
	}
	try {
		return $action();
	} finally {
		$wpdb->query( $wpdb->prepare( 'SELECT RELEASE_LOCK(%s)', $lock ) );
	}
}
