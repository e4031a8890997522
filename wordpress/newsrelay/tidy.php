<?php
/**
 * Takes off the terms that newsrelay made and no longer wants. Only when it is told to.
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

/** The name under which newsrelay made a term: one that was renamed since is somebody else's. */
const MADE_META = '_newsrelay_made';

/** Ids by taxonomy that the last delivery of a post named. */
const TERMS_META = '_newsrelay_terms';

/** Fields of wp_insert_post by taxonomy. */
const TERM_FIELDS = array( 'category' => 'post_category', 'post_tag' => 'tags_input' );

add_action(
	'rest_api_init',
	fn() => register_rest_route(
		'newsrelay/v1',
		'/terms/tidy',
		array(
			'methods'             => 'POST',
			'permission_callback' => fn() => may_deliver() && current_user_can( 'manage_categories' ),
			'args'                => array( 'apply' => array( 'type' => 'boolean', 'default' => false ) ),
			'callback'            => fn( $request ) => with_lock( 'tidy', fn() => tidy_terms( $request['apply'] ) ),
		)
	)
);

function remember_terms( int $post_id, array $terms ): void {
	$ids = array();
	foreach ( TERM_FIELDS as $taxonomy => $field ) {
		$ids[ $taxonomy ] = array_map( 'intval', $terms[ $field ] ?? array() );
	}
	update_post_meta( $post_id, TERMS_META, $ids );
}

/** { applied, taken: [{ post, taxonomy, name }], deleted: [{ taxonomy, name }] } */
function tidy_terms( bool $apply ): array {
	$done = array( 'applied' => $apply, 'taken' => array(), 'deleted' => array() );
	foreach ( array_keys( TERM_FIELDS ) as $taxonomy ) {
		foreach ( made_terms( $taxonomy ) as $term ) {
			$posts    = array_map( 'intval', (array) get_objects_in_term( $term->term_id, $taxonomy ) );
			$unwanted = array_values( array_filter( $posts, fn( $post_id ) => is_unwanted( $post_id, $taxonomy, $term->term_id ) ) );
			foreach ( $unwanted as $post_id ) {
				$done['taken'][] = array( 'post' => $post_id, 'taxonomy' => $taxonomy, 'name' => plain_name( $term ) );
				if ( $apply ) {
					take_off( $post_id, $taxonomy, $term->term_id );
				}
			}
			if ( count( $unwanted ) === count( $posts ) && may_go( $term ) ) {
				$done['deleted'][] = array( 'taxonomy' => $taxonomy, 'name' => plain_name( $term ) );
				if ( $apply ) {
					wp_delete_term( $term->term_id, $taxonomy );
				}
			}
		}
	}
	return $done;
}

function plain_name( \WP_Term $term ): string {
	return html_entity_decode( $term->name, ENT_QUOTES, 'UTF-8' );
}

/**
 * Before terms were noted as they were made, only names that nobody else gives tell: the id of an article that is known
 * here, and a path in small letters.
 *
 * @return \WP_Term[]
 */
function made_terms( string $taxonomy ): array {
	$is_made = function ( \WP_Term $term ): bool {
		$made = (string) get_term_meta( $term->term_id, MADE_META, true );
		if ( '' !== $made ) {
			return $made === $term->name;
		}
		return ( preg_match( '/^' . UUID . '$/', $term->name ) && find_article( $term->name ) ) || preg_match( '#^[^\s/\p{Lu}]+(?:/[^\s/\p{Lu}]+)+$#u', $term->name );
	};
	return array_values( array_filter( get_terms( array( 'taxonomy' => $taxonomy, 'hide_empty' => false ) ), $is_made ) );
}

/** Whether a delivered post has a term that its last delivery did not name. What an editor chose is wanted. */
function is_unwanted( int $post_id, string $taxonomy, int $term_id ): bool {
	if ( ! is_managed( $post_id ) ) {
		return false;
	}
	if ( '' !== ( page_meta( $post_id )['withdrawn'] ?? '' ) ) {
		return true;
	}
	$wanted = get_post_meta( $post_id, TERMS_META, true );
	return is_array( $wanted ) && ! in_array( $term_id, $wanted[ $taxonomy ] ?? array(), true ) && ! in_array( TERM_FIELDS[ $taxonomy ], edited_fields( $post_id ), true );
}

function take_off( int $post_id, string $taxonomy, int $term_id ): void {
	$kept = edited_fields( $post_id );
	wp_remove_object_terms( $post_id, array( $term_id ), $taxonomy );
	if ( 'category' === $taxonomy && 'post' === get_post_type( $post_id ) && ! wp_get_post_categories( $post_id ) ) {
		// WordPress gives a post that has none its default category.
		wp_set_post_categories( $post_id, array() );
	}
	remember_written( $post_id, $kept );
}

/** The default category and parents of others stay. */
function may_go( \WP_Term $term ): bool {
	$is_default = 'category' === $term->taxonomy && (int) get_option( 'default_category' ) === $term->term_id;
	return ! $is_default && ! get_term_children( $term->term_id, $term->taxonomy ) && current_user_can( 'delete_term', $term->term_id );
}
