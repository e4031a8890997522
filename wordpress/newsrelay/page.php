<?php
/**
 * What is known of the article that a post shows, as it was delivered, and who may read what in which direction.
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

/** { canonical, noindex, source, url, authors, rights, licence, language, labels, … }, in JSON. */
const PAGE_META = '_newsrelay';

/** Set where search engines are to leave the post out: JSON cannot be asked for by a query. */
const NOINDEX_META = '_newsrelay_noindex';

/** Languages that are written from right to left, and the scripts that are. */
const RTL_PATTERN = '/^(?:ar|arc|ckb|dv|fa|ha-arab|he|iw|ji|ks-arab|ku-arab|nqo|pa-arab|pnb|ps|sd|syr|ug|ur|yi)(?:-|$)|-(?:arab|hebr|nkoo|syrc|thaa)(?:-|$)/i';

/** Facts of a delivered post; empty for every other one. */
function page_meta( int $post_id ): array {
	$meta = get_post_meta( $post_id, PAGE_META, true );
	$page = is_string( $meta ) ? json_decode( $meta, true ) : $meta;
	if ( ! is_array( $page ) ) {
		return array();
	}
	$page += array( 'canonical' => null, 'noindex' => true, 'source' => '', 'url' => '', 'authors' => array(), 'rights' => 'full', 'language' => '', 'labels' => array(), 'published' => '', 'modified' => '', 'subtitle' => '', 'corrections' => array(), 'withdrawn' => '', 'reason' => '' );
	$page['licence'] = is_array( $page['licence'] ?? '' ) ? $page['licence'] : array( 'name' => '', 'url' => '' );
	$page['picture'] = ( $page['picture'] ?? array() ) + array( 'alt' => '', 'caption' => '', 'credit' => '' );
	return $page;
}

/** In JSON all characters are ASCII, which every database holds. False when it was not stored. */
function save_page_meta( int $post_id, array $page ): bool {
	$json = wp_json_encode( $page );
	update_post_meta( $post_id, PAGE_META, wp_slash( $json ) );
	$noindex = empty( $page['noindex'] ) ? '' : '1';
	update_post_meta( $post_id, NOINDEX_META, $noindex );
	return get_post_meta( $post_id, PAGE_META, true ) === $json && get_post_meta( $post_id, NOINDEX_META, true ) === $noindex;
}

function is_managed( int $post_id ): bool {
	return '' !== (string) get_post_meta( $post_id, ARTICLE_META, true );
}

/** ` lang="…" dir="…"` for an element that holds the article's own words. */
function language_attributes_of( array $page ): string {
	if ( '' === $page['language'] ) {
		return '';
	}
	$direction = preg_match( RTL_PATTERN, $page['language'] ) ? 'rtl' : 'ltr';
	return sprintf( ' lang="%s" dir="%s"', esc_attr( $page['language'] ), $direction );
}

/** The first element of some HTML with the article's language. */
function in_its_language( string $html, array $page ): string {
	return preg_replace( '/^(\s*<[a-z][a-z0-9]*)/i', '$1' . language_attributes_of( $page ), $html, 1 );
}
