<?php
/**
 * Applies one delivery to the site. Runs under the article's lock.
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

/** Fingerprints by name of the custom fields that we wrote. */
const FIELDS_META = '_newsrelay_fields';

/**
 * @param string $article_id UUID.
 * @param array  $job        { action, revision, hash, post, byline, terms: id lists by field, page, editorChanges, notes }.
 * @return array|\WP_Error   { kind: delivered|unchanged|superseded|withdrawn|refused, postId, heldRevision, notes }.
 */
function deliver( string $article_id, array $job ) {
	$row    = find_article( $article_id );
	read_anew( $row );
	$denied = denied( $row ? (int) $row->post_id : 0 );
	if ( $denied ) {
		return $denied;
	}
	if ( ! $row || ( ! $row->post_id && ! $row->withdrawn ) ) {
		// Its post may be there without a row, or without its number: made while the plugin was not active, or cut short.
		adopt_article( $article_id, $job );
		$row    = find_article( $article_id );
		$denied = denied( $row ? (int) $row->post_id : 0 );
		if ( $denied ) {
			return $denied;
		}
	}
	if ( $row && (int) $row->revision > $job['revision'] ) {
		return outcome( 'superseded', $row->post_id, array( 'heldRevision' => (int) $row->revision ) );
	}
	if ( 'withdraw' === $job['action'] ) {
		return withdraw( $article_id, $job, $row );
	}
	if ( $row && $row->post_id && in_array( get_post_status( (int) $row->post_id ), array( false, 'trash' ), true ) ) {
		// An editor removed it, and it stays removed; should the editor restore it, the next change applies.
		return outcome( 'refused', $row->post_id );
	}
	if ( $row && $row->post_id && is_stopped( (int) $row->post_id ) ) {
		return outcome( 'refused', $row->post_id, array( 'reason' => 'stopped' ) );
	}
	return publish( $article_id, $job, $row );
}

/**
 * What this request read of the post before it had the lock may be older than what the delivery before it wrote:
 * compared with that, our own text would look like an editor's.
 */
function read_anew( ?object $row ): void {
	if ( $row && $row->post_id ) {
		clean_post_cache( (int) $row->post_id );
	}
}

function publish( string $article_id, array $job, ?object $row ) {
	$post_id = $row ? (int) $row->post_id : 0;
	$returns = $row && $row->withdrawn;
	if ( $post_id && ! $returns && $row->hash === $job['hash'] ) {
		remember_terms( $post_id, $job['terms'] );
		save_row( $article_id, $job, $post_id );
		return outcome( 'unchanged', $post_id );
	}
	if ( ! $post_id ) {
		// Before the post, so that a creation that is cut short is known by its row.
		save_article( $article_id, array( 'revision' => $job['revision'] ) );
	}
	$notes  = $job['notes'];
	$fields = post_fields( $job['post'] ) + $job['terms'];
	$author = author_id( $job['byline'], $notes );
	if ( $author ) {
		$fields['post_author'] = $author;
	}
	if ( isset( $job['post']['featured_media'] ) ) {
		$fields['picture'] = $job['post']['featured_media'];
	}
	// One whose creation was cut short is not shown yet either.
	$is_new = ! $post_id || '' === $row->hash;
	if ( ! $post_id ) {
		$post_id = create_post( $job['postType'], $job['post'], $fields );
		if ( is_wp_error( $post_id ) ) {
			return $post_id;
		}
		save_article( $article_id, array( 'revision' => $job['revision'], 'post_id' => $post_id ) );
	}
	if ( $returns && '' !== get_post_meta( $post_id, GONE_META, true ) ) {
		// The address of an article that was taken down was taken from its post.
		$fields += 0 === strpos( get_post( $post_id )->post_name, 'article-' ) ? array( 'post_name' => $job['post']['slug'] ) : array();
		delete_post_meta( $post_id, GONE_META );
	}
	$kept  = $is_new || $returns ? array() : kept_fields( $post_id, $job['editorChanges'] );
	$saved = save_post( $post_id, array_diff_key( $fields, array_flip( $kept ) ), $job['page'] );
	if ( ! is_wp_error( $saved ) && ( $is_new || $returns ) ) {
		$saved = show_post( $post_id, $job['post']['status'] );
	}
	if ( is_wp_error( $saved ) ) {
		return $saved;
	}
	save_source( $post_id, $job['page'] );
	save_fields( $post_id, $job['fields'] );
	remember_written( $post_id, $kept );
	remember_terms( $post_id, $job['terms'] );
	save_row( $article_id, $job, $post_id );
	if ( $kept ) {
		$notes[] = 'kept as edited on the site: ' . implode( ', ', array_intersect_key( FIELD_NAMES, array_flip( $kept ) ) );
	}
	return outcome( 'delivered', $post_id, array( 'notes' => $notes ) );
}

/** @return string[] Fields of an editor's that this delivery leaves alone. */
function kept_fields( int $post_id, string $editor_changes ): array {
	if ( 'keep' === $editor_changes ) {
		return edited_fields( $post_id );
	}
	// A moment that an editor chose to publish at is a decision about the site, not about the article.
	return 'future' === get_post_status( $post_id ) ? array( 'post_date_gmt', 'post_date', 'edit_date' ) : array();
}

/** The operator's own fields. One that a person changed since we wrote it stays. */
function save_fields( int $post_id, array $fields ): void {
	$written = (array) get_post_meta( $post_id, FIELDS_META, true );
	foreach ( $fields as $name => $value ) {
		$held = get_post_meta( $post_id, $name, true );
		if ( is_protected_meta( $name, 'post' ) || ( '' !== $held && md5( (string) $held ) !== ( $written[ $name ] ?? '' ) ) ) {
			continue;
		}
		update_post_meta( $post_id, $name, wp_slash( $value ) );
		$written[ $name ] = md5( $value );
	}
	if ( $fields ) {
		update_post_meta( $post_id, FIELDS_META, $written );
	}
}

/** What an article said of itself goes with it. */
function remove_fields( int $post_id ): void {
	foreach ( array_keys( (array) get_post_meta( $post_id, FIELDS_META, true ) ) as $name ) {
		delete_post_meta( $post_id, $name );
	}
	delete_post_meta( $post_id, FIELDS_META );
}

function outcome( string $kind, $post_id, array $more = array() ): array {
	return array( 'kind' => $kind, 'postId' => (int) $post_id ) + $more;
}

function save_row( string $article_id, array $job, int $post_id ): void {
	save_article(
		$article_id,
		array(
			'post_id'   => $post_id,
			'revision'  => $job['revision'],
			'hash'      => $job['hash'],
			'withdrawn' => 'withdraw' === $job['action'] ? 1 : 0,
		)
	);
}

/** The fields of a delivery in the names of wp_insert_post. */
function post_fields( array $post ): array {
	global $wpdb;
	$fields = array(
		'post_title'   => $post['title'],
		'post_content' => without_marks( $post['content'] ),
		'post_excerpt' => $post['excerpt'],
	);
	if ( current_user_can( 'unfiltered_html' ) ) {
		// Such accounts may post scripts. Nothing that comes from another site may.
		$fields = array_map( 'wp_kses_post', $fields );
	}
	if ( is_narrow( $wpdb->posts, 'post_content' ) ) {
		$fields = array_map( __NAMESPACE__ . '\in_three_bytes', $fields );
	}
	if ( isset( $post['date_gmt'] ) ) {
		// A time ahead of this server's clock would schedule the post instead of publishing it.
		$time    = min( strtotime( $post['date_gmt'] . 'Z' ), time() );
		$fields += array(
			'post_date_gmt' => gmdate( 'Y-m-d H:i:s', $time ),
			'post_date'     => wp_date( 'Y-m-d H:i:s', $time ),
			'edit_date'     => true,
		);
	}
	return $fields;
}

/** Makes a post that nobody sees yet. */
function create_post( string $type, array $post, array $fields ) {
	unset( $fields['picture'] );
	// Whether readers may comment is an editor's to change later.
	$fields += array_intersect_key( $post, array_flip( array( 'comment_status', 'ping_status' ) ) );
	$name    = wp_unique_post_slug( $post['slug'], 0, 'publish', $type, 0 );
	$saved = wp_insert_post( wp_slash( array_filter( $fields, fn( $value ) => array() !== $value ) + array( 'post_type' => $type, 'post_status' => 'draft', 'post_name' => $name ) ), true );
	note_type( $type );
	return is_wp_error( $saved ) ? failed( $saved ) : $saved;
}

/**
 * Writes the fields and what the page is to say. What the page is to say comes first: a post that must not be
 * indexed is not shown before that is stored.
 *
 * @param array $fields Of wp_insert_post; `picture`: attachment, 0 takes the picture away. What is absent stays.
 * @return int|\WP_Error The post's id.
 */
function save_post( int $post_id, array $fields, array $page ) {
	$denied = denied( $post_id );
	if ( $denied ) {
		return $denied;
	}
	if ( ! save_page_meta( $post_id, $page ) ) {
		return new \WP_Error( 'newsrelay_meta', 'What the page is to tell search engines could not be stored.', array( 'status' => 500 ) );
	}
	$picture = $fields['picture'] ?? null;
	unset( $fields['picture'] );
	if ( ! isset( $fields['post_date_gmt'] ) ) {
		unset( $fields['post_date'], $fields['edit_date'] );
	}
	// No terms leaves the terms to the site, on creation its default category.
	$fields = array_filter( $fields, fn( $value ) => array() !== $value );
	// What was taken down has neither title nor text, and WordPress refuses to save such a post.
	add_filter( 'wp_insert_post_empty_content', '__return_false', 99 );
	// A template of an earlier theme's stays, and does not stop the update.
	$saved = wp_update_post( wp_slash( array( 'ID' => $post_id, 'page_template' => '' ) + $fields ), true );
	remove_filter( 'wp_insert_post_empty_content', '__return_false', 99 );
	if ( is_wp_error( $saved ) ) {
		return failed( $saved );
	}
	if ( $picture ) {
		set_post_thumbnail( $post_id, $picture );
	} elseif ( 0 === $picture ) {
		delete_post_thumbnail( $post_id );
	}
	foreach ( pictures_of( get_post( $post_id ) ) as $shown ) {
		attach_picture( $post_id, $shown );
	}
	return $saved;
}

/** A picture that belongs to no post looks as if nobody needed it. */
function attach_picture( int $post_id, int $picture ): void {
	if ( 0 === wp_get_post_parent_id( $picture ) && is_copied_picture( get_post( $picture ) ) ) {
		global $wpdb;
		$wpdb->update( $wpdb->posts, array( 'post_parent' => $post_id ), array( 'ID' => $picture ) );
		clean_attachment_cache( $picture );
	}
}

/** @return int|\WP_Error */
function show_post( int $post_id, string $status ) {
	if ( 'publish' === $status ) {
		wp_publish_post( $post_id );
		return $post_id;
	}
	$saved = wp_update_post( array( 'ID' => $post_id, 'page_template' => '', 'post_status' => $status ), true );
	return is_wp_error( $saved ) ? failed( $saved ) : $saved;
}

function failed( \WP_Error $error ): \WP_Error {
	$is_database = in_array( $error->get_error_code(), array( 'db_insert_error', 'db_update_error' ), true );
	$error->add_data( array( 'status' => $is_database ? 500 : 400 ) );
	return $error;
}

function author_id( string $byline, array &$notes ): int {
	$user = get_user_by( 'login', $byline ) ?: get_user_by( 'slug', sanitize_title( $byline ) );
	if ( ! $user ) {
		$notes[] = "no account \"$byline\" on this site: posted under the delivering account";
		return 0;
	}
	if ( get_current_user_id() !== $user->ID && ! current_user_can( 'edit_others_posts' ) ) {
		$notes[] = "no right to post as \"$byline\": posted under the delivering account";
		return 0;
	}
	return $user->ID;
}
