<?php
/**
 * The address of a withdrawn article answers 410: search engines drop it sooner than after 404, and readers are told.
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

/** Fingerprint of the address that a withdrawn post had: the address itself holds words of the title. */
const GONE_META = '_newsrelay_gone';

// Before WordPress guesses which other post may be meant.
add_action( 'template_redirect', __NAMESPACE__ . '\answer_gone', 1 );

function answer_gone(): void {
	$post_id = is_404() && '404' !== settings()['withdrawn'] ? withdrawn_post() : 0;
	if ( ! $post_id ) {
		return;
	}
	nocache_headers();
	$title = __( 'This article is no longer available.', 'newsrelay' );
	wp_die( gone_notice( $post_id, $title ), $title, array( 'response' => 410, 'link_url' => home_url( '/' ), 'link_text' => get_bloginfo( 'name' ) ) );
}

/** The post that the address of this request led to before it was withdrawn; 0 for none. */
function withdrawn_post(): int {
	global $wpdb;
	$name = (string) get_query_var( 'name' );
	if ( '' === $name ) {
		$id = (int) get_query_var( 'p' );
		return $id && '' !== (string) get_post_meta( $id, GONE_META, true ) ? $id : 0;
	}
	return (int) $wpdb->get_var( $wpdb->prepare( "SELECT post_id FROM $wpdb->postmeta WHERE meta_key = %s AND meta_value = %s", GONE_META, md5( sanitize_title( $name ) ) ) );
}

/** Only where the publisher itself took it away is that said of it; of a takedown nothing is told. */
function gone_notice( int $post_id, string $title ): string {
	$page = page_meta( $post_id );
	if ( 'note' !== settings()['withdrawn'] || ! $page || ! in_array( $page['withdrawn'], array( 'gone', 'notice' ), true ) || '' === $page['source'] ) {
		return esc_html( $title );
	}
	$date = wp_date( get_option( 'date_format' ), (int) get_post_modified_time( 'U', true, $post_id ) );
	/* translators: 1: name of the source, 2: date */
	return esc_html( sprintf( __( 'This article was withdrawn by %1$s on %2$s.', 'newsrelay' ), $page['source'], $date ) );
}

/** Remembers the address of a post that is about to be withdrawn. */
function remember_address( \WP_Post $post ): void {
	if ( '' !== $post->post_name ) {
		update_post_meta( $post->ID, GONE_META, md5( preg_replace( '/__trashed$/', '', $post->post_name ) ) );
	}
}
