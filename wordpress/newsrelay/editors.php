<?php
/**
 * What people on the site changed since newsrelay last wrote a post: it stays theirs.
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

/** Fingerprints by field of what a post held when it was last written. */
const WRITTEN_META = '_newsrelay_written';

/** Not empty where an editor stopped the updates of a post. */
const STOPPED_META = '_newsrelay_stopped';

/** Fields of wp_insert_post by the words for them that newsrelay's outcomes use. */
const FIELD_NAMES = array(
	'post_title'    => 'title',
	'post_content'  => 'text',
	'post_excerpt'  => 'excerpt',
	'post_date_gmt' => 'date',
	'post_author'   => 'author',
	'post_category' => 'categories',
	'tags_input'    => 'tags',
	'picture'       => 'picture',
);

/** @return string[] A fingerprint of each field as the site holds it. */
function fingerprints( int $post_id ): array {
	$post   = get_post( $post_id );
	$terms  = fn( $taxonomy ) => wp_get_object_terms( $post_id, $taxonomy, array( 'fields' => 'ids', 'orderby' => 'term_id' ) );
	$values = array(
		'post_title'    => $post->post_title,
		'post_content'  => without_marks( $post->post_content ),
		'post_excerpt'  => $post->post_excerpt,
		'post_date_gmt' => $post->post_date_gmt,
		'post_author'   => (int) $post->post_author,
		'post_category' => $terms( 'category' ),
		'tags_input'    => $terms( 'post_tag' ),
		'picture'       => (int) get_post_thumbnail_id( $post ),
	);
	return array_map( fn( $value ) => md5( wp_json_encode( $value ) ), $values );
}

/** @return string[] Fields that a person changed; none for a post of which nothing was remembered. */
function edited_fields( int $post_id ): array {
	$written = get_post_meta( $post_id, WRITTEN_META, true );
	return is_array( $written ) ? array_keys( array_diff_assoc( array_intersect_key( fingerprints( $post_id ), $written ), $written ) ) : array();
}

/** @param string[] $kept Fields that stay an editor's. */
function remember_written( int $post_id, array $kept ): void {
	$before = get_post_meta( $post_id, WRITTEN_META, true );
	$theirs = is_array( $before ) ? array_intersect_key( $before, array_flip( $kept ) ) : array();
	update_post_meta( $post_id, WRITTEN_META, $theirs + fingerprints( $post_id ) );
}

function is_stopped( int $post_id ): bool {
	return (bool) get_post_meta( $post_id, STOPPED_META, true );
}
