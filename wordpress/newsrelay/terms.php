<?php
/**
 * Terms by name, each made once however many deliveries want it at the same moment.
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

/** The ids of terms by name; missing ones are made where the account may. Runs before the article's lock is taken. */
function term_ids( string $taxonomy, array $names, array &$notes ): array {
	$names = array_values( array_filter( array_map( 'trim', $names ), 'strlen' ) );
	if ( ! $names ) {
		return array();
	}
	global $wpdb;
	if ( is_narrow( $wpdb->terms, 'name' ) ) {
		$names = array_map( __NAMESPACE__ . '\in_three_bytes', $names );
	}
	$known = known_terms( $taxonomy, $names );
	$ids   = array();
	foreach ( $names as $name ) {
		$id = $known[ term_key( $name ) ] ?? make_term( $taxonomy, $name );
		if ( is_wp_error( $id ) ) {
			$notes[] = "without \"$name\" in $taxonomy: " . $id->get_error_message();
		} else {
			$ids[] = $id;
		}
	}
	return array_values( array_unique( $ids ) );
}

/** @return int[] Ids by key. */
function known_terms( string $taxonomy, array $names ): array {
	$known = array();
	$query = array( 'taxonomy' => $taxonomy, 'name' => $names, 'hide_empty' => false, 'orderby' => 'term_id', 'order' => 'DESC', 'update_term_meta_cache' => false );
	foreach ( get_terms( $query ) as $term ) {
		$known[ term_key( $term->name ) ] = $term->term_id;
	}
	return $known;
}

function term_key( string $name ): string {
	return lower( html_entity_decode( $name, ENT_QUOTES, 'UTF-8' ) );
}

/** @return int|\WP_Error */
function make_term( string $taxonomy, string $name ) {
	if ( ! current_user_can( get_taxonomy( $taxonomy )->cap->edit_terms ) ) {
		return new \WP_Error( 'no_right', 'no right to create it' );
	}
	$make = function () use ( $taxonomy, $name ) {
		// What was asked before the lock was free may have changed since.
		wp_cache_delete( 'last_changed', 'terms' );
		$key   = term_key( $name );
		$known = known_terms( $taxonomy, array( $name ) );
		if ( isset( $known[ $key ] ) ) {
			return $known[ $key ];
		}
		$made = wp_insert_term( wp_slash( $name ), $taxonomy );
		if ( is_wp_error( $made ) ) {
			// The same name to the database.
			return 'term_exists' === $made->get_error_code() ? (int) $made->get_error_data() : $made;
		}
		$id = (int) $made['term_id'];
		update_term_meta( $id, MADE_META, wp_slash( get_term( $id, $taxonomy )->name ) );
		return $id;
	};
	return with_lock( "$taxonomy:" . term_key( $name ), $make );
}

/**
 * WordPress counts a term by reading all of its posts, whenever one of them is made, changed or shown: of a delivery,
 * once and at its end.
 *
 * @return mixed What the action returns.
 */
function counted_once( callable $action ) {
	$was = wp_defer_term_counting();
	wp_defer_term_counting( true );
	try {
		return $action();
	} finally {
		wp_defer_term_counting( $was );
	}
}
