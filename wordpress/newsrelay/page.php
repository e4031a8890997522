<?php
/**
 * What the article's page tells search engines, by the article's rights.
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

/** { canonical, noindex, source, url, authors, rights, licence }, as delivered, in JSON. */
const PAGE_META = '_newsrelay';

function page_meta( int $post_id ): array {
	$meta = get_post_meta( $post_id, PAGE_META, true );
	$page = is_string( $meta ) ? json_decode( $meta, true ) : $meta;
	return is_array( $page ) ? $page : array();
}

/** In JSON all characters are ASCII, which every database holds. False when it was not stored. */
function save_page_meta( int $post_id, array $page ): bool {
	$json = wp_json_encode( $page );
	update_post_meta( $post_id, PAGE_META, wp_slash( $json ) );
	return get_post_meta( $post_id, PAGE_META, true ) === $json;
}

add_filter(
	'get_canonical_url',
	function ( $url, $post ) {
		return page_meta( $post->ID )['canonical'] ?? $url;
	},
	10,
	2
);

add_filter(
	'wp_robots',
	function ( array $robots ) {
		if ( is_singular() && ! empty( page_meta( get_queried_object_id() )['noindex'] ) ) {
			$robots['noindex'] = true;
		}
		return $robots;
	}
);

// In the headers as well: SEO plugins replace the robots meta element, and the strictest rule counts.
add_action(
	'template_redirect',
	function () {
		if ( is_singular() && ! empty( page_meta( get_queried_object_id() )['noindex'] ) && ! headers_sent() ) {
			header( 'X-Robots-Tag: noindex', false );
		}
	}
);
