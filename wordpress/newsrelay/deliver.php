<?php
/**
 * Applies one delivery to the site. Runs under the article's lock.
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

/**
 * @param string $article_id UUID.
 * @param array  $job        { action, revision, hash, post, byline, categories, tags, page }.
 * @return array|\WP_Error   { kind: delivered|unchanged|superseded|withdrawn|refused, postId, heldRevision, notes }.
 */
function deliver( string $article_id, array $job ) {
	$row = find_article( $article_id );
	if ( $row && (int) $row->revision > $job['revision'] ) {
		return outcome( 'superseded', $row->post_id, array( 'heldRevision' => (int) $row->revision ) );
	}
	if ( $row && ! $row->post_id && ! $row->withdrawn ) {
		// A creation was cut short: its post may be there, without its number in the row.
		adopt_posts( $article_id );
		$row = find_article( $article_id );
	}
	if ( $row && $row->post_id && in_array( get_post_status( (int) $row->post_id ), array( false, 'trash' ), true ) ) {
		// An editor removed it, and it stays removed; should the editor restore it, the next change applies.
		return outcome( 'refused', $row->post_id );
	}
	return 'withdraw' === $job['action'] ? withdraw( $article_id, $job, $row ) : publish( $article_id, $job, $row );
}

function publish( string $article_id, array $job, ?object $row ) {
	$post_id = $row ? (int) $row->post_id : 0;
	if ( $post_id && ! $row->withdrawn && $row->hash === $job['hash'] ) {
		save_row( $article_id, $job, $post_id );
		return outcome( 'unchanged', $post_id );
	}
	if ( ! $post_id ) {
		// Before the post, so that a creation that is cut short is known by its row.
		save_article( $article_id, array( 'revision' => $job['revision'] ) );
	}
	$notes  = array();
	$fields = post_fields( $job['post'] ) + array(
		'post_category' => term_ids( 'category', $job['categories'], $notes ),
		'tags_input'    => term_ids( 'post_tag', $job['tags'], $notes ),
		'meta_input'    => array( PAGE_META => $job['page'] ),
	);
	$author = author_id( $job['byline'], $notes );
	if ( $author ) {
		$fields['post_author'] = $author;
	}
	// An editor's decision to hide a post stays; one that is new or comes back is shown.
	if ( ! $post_id || $row->withdrawn ) {
		$fields['post_status'] = $job['post']['status'];
	}
	// An editor's own address for a post stays too.
	if ( ! $post_id ) {
		$fields['post_name'] = $job['post']['slug'];
	}
	$saved = save_post( $post_id, $fields, $job['post']['featured_media'] ?? null );
	if ( is_wp_error( $saved ) ) {
		return $saved;
	}
	save_row( $article_id, $job, $saved );
	return outcome( 'delivered', $saved, array( 'notes' => $notes ) );
}

function withdraw( string $article_id, array $job, ?object $row ) {
	$post_id = $row ? (int) $row->post_id : 0;
	if ( $post_id ) {
		$saved = save_post( $post_id, array( 'post_status' => 'draft' ) + post_fields( $job['post'] ), 0 );
		if ( is_wp_error( $saved ) ) {
			return $saved;
		}
		// The text must not stay behind in the post's history.
		foreach ( wp_get_post_revisions( $post_id ) as $revision ) {
			wp_delete_post_revision( $revision );
		}
	}
	save_row( $article_id, $job, $post_id );
	return outcome( 'withdrawn', $post_id );
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
	$fields = array(
		'post_title'   => $post['title'],
		'post_content' => $post['content'],
		'post_excerpt' => $post['excerpt'],
	);
	if ( current_user_can( 'unfiltered_html' ) ) {
		// Such accounts may post scripts. Nothing that comes from another site may.
		$fields = array_map( 'wp_kses_post', $fields );
	}
	if ( isset( $post['date_gmt'] ) ) {
		// A time ahead of this server's clock would schedule the post instead of publishing it.
		$time  = min( strtotime( $post['date_gmt'] . 'Z' ), time() );
		$fields += array(
			'post_date_gmt' => gmdate( 'Y-m-d H:i:s', $time ),
			'post_date'     => wp_date( 'Y-m-d H:i:s', $time ),
			'edit_date'     => true,
		);
	}
	return $fields;
}

/**
 * Creates or updates a post.
 *
 * @param int|null $picture Attachment; 0 takes the picture away, null leaves it to the site.
 * @return int|\WP_Error    The post's id.
 */
function save_post( int $post_id, array $fields, ?int $picture ) {
	if ( $post_id && ! current_user_can( 'edit_post', $post_id ) ) {
		return new \WP_Error( 'rest_cannot_edit', 'No right to edit this post.', array( 'status' => 403 ) );
	}
	// No terms leaves the terms to the site, on creation its default category.
	$fields = wp_slash( array_filter( $fields, fn( $value ) => array() !== $value ) );
	$saved  = $post_id
		? wp_update_post( array( 'ID' => $post_id ) + $fields, true )
		: wp_insert_post( array( 'post_type' => 'post' ) + $fields, true );
	if ( is_wp_error( $saved ) ) {
		$saved->add_data( array( 'status' => 'db_insert_error' === $saved->get_error_code() ? 500 : 400 ) );
		return $saved;
	}
	if ( $picture ) {
		set_post_thumbnail( $saved, $picture );
	} elseif ( 0 === $picture ) {
		delete_post_thumbnail( $saved );
	}
	return $saved;
}

/** The ids of terms by name; missing ones are made where the account may. */
function term_ids( string $taxonomy, array $names, array &$notes ): array {
	if ( ! $names ) {
		return array();
	}
	$known = array();
	foreach ( get_terms( array( 'taxonomy' => $taxonomy, 'name' => $names, 'hide_empty' => false, 'update_term_meta_cache' => false ) ) as $term ) {
		$known[ term_key( $term->name ) ] = $term->term_id;
	}
	$ids = array();
	foreach ( $names as $name ) {
		$id = $known[ term_key( $name ) ] ?? make_term( $taxonomy, $name );
		if ( $id ) {
			$ids[] = $id;
		} else {
			$notes[] = "no right to create the $taxonomy \"$name\"";
		}
	}
	return array_values( array_unique( $ids ) );
}

function term_key( string $name ): string {
	return mb_strtolower( html_entity_decode( $name, ENT_QUOTES, 'UTF-8' ) );
}

function make_term( string $taxonomy, string $name ): int {
	if ( ! current_user_can( get_taxonomy( $taxonomy )->cap->edit_terms ) ) {
		return 0;
	}
	$made = wp_insert_term( wp_slash( $name ), $taxonomy );
	if ( is_wp_error( $made ) ) {
		// Another delivery made it in the meantime, or it is the same name to the database.
		return 'term_exists' === $made->get_error_code() ? (int) $made->get_error_data() : 0;
	}
	return (int) $made['term_id'];
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
