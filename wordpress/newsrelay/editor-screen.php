<?php
/**
 * What editors see of delivered posts: where they come from, what the next update does, and how to stop it.
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

/** The sources of the articles: a column and a filter of the list of posts. */
const SOURCE_TAXONOMY = 'newsrelay_source';

add_action( 'init', __NAMESPACE__ . '\register_sources' );
add_action( 'restrict_manage_posts', __NAMESPACE__ . '\print_source_filter' );
add_action( 'init', __NAMESPACE__ . '\add_columns' );
add_filter( 'post_row_actions', __NAMESPACE__ . '\row_actions', 10, 2 );
add_action( 'admin_post_newsrelay_updates', __NAMESPACE__ . '\switch_updates' );
add_action( 'admin_notices', __NAMESPACE__ . '\print_notice' );
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\block_editor_notice' );

/** Kinds of posts that were delivered beside ordinary ones. */
const TYPES_OPTION = 'newsrelay_types';

/** @return string[] */
function delivered_types(): array {
	return array_unique( array_merge( array( 'post' ), (array) get_option( TYPES_OPTION, array() ) ) );
}

function note_type( string $type ): void {
	if ( ! in_array( $type, delivered_types(), true ) ) {
		update_option( TYPES_OPTION, array_merge( array_diff( delivered_types(), array( 'post' ) ), array( $type ) ) );
	}
}

/** Lists of every kind have the column. */
function add_columns(): void {
	foreach ( delivered_types() as $type ) {
		add_filter( "manage_{$type}_posts_columns", fn( $columns ) => $columns + array( 'newsrelay' => 'newsrelay' ) );
		add_action( "manage_{$type}_posts_custom_column", __NAMESPACE__ . '\print_state', 10, 2 );
	}
}

function register_sources(): void {
	register_taxonomy(
		SOURCE_TAXONOMY,
		delivered_types(),
		array(
			'labels'            => array( 'name' => __( 'Sources', 'newsrelay' ), 'singular_name' => __( 'Source', 'newsrelay' ) ),
			'public'            => false,
			'show_ui'           => false,
			'show_admin_column' => true,
			'query_var'         => SOURCE_TAXONOMY,
			'publicly_queryable' => is_admin(),
			// They come with the article, whoever may make terms.
			'capabilities'      => array( 'manage_terms' => 'manage_options', 'edit_terms' => 'manage_options', 'delete_terms' => 'manage_options', 'assign_terms' => 'edit_posts' ),
		)
	);
}

function save_source( int $post_id, array $page ): void {
	$source = is_narrow( $GLOBALS['wpdb']->terms, 'name' ) ? in_three_bytes( $page['source'] ) : $page['source'];
	$known  = '' === $source ? null : get_term_by( 'name', $source, SOURCE_TAXONOMY );
	wp_set_object_terms( $post_id, $known ? array( $known->term_id ) : array_filter( array( $source ), 'strlen' ), SOURCE_TAXONOMY );
}

function print_source_filter( string $post_type ): void {
	if ( ! in_array( $post_type, delivered_types(), true ) ) {
		return;
	}
	wp_dropdown_categories(
		array(
			'taxonomy'        => SOURCE_TAXONOMY,
			'name'            => SOURCE_TAXONOMY,
			'value_field'     => 'slug',
			'show_option_all' => __( 'All sources', 'newsrelay' ),
			'hide_if_empty'   => true,
			'selected'        => sanitize_title( wp_unslash( $_GET[ SOURCE_TAXONOMY ] ?? '' ) ), // phpcs:ignore WordPress.Security.NonceVerification -- a filter of a list
		)
	);
}

/** Why an article left the site, in words for editors; readers are told less. */
function why_withdrawn( array $page ): string {
	$words = array(
		'takedown' => __( 'taken down', 'newsrelay' ),
		'gone'     => __( 'gone at its source', 'newsrelay' ),
		'noindex'  => __( 'its publisher wants no copies', 'newsrelay' ),
		'notice'   => __( 'its publisher withdrew it', 'newsrelay' ),
		'expired'  => __( 'its publisher\'s date has passed', 'newsrelay' ),
		'rights'   => __( 'it may no longer be shown', 'newsrelay' ),
	);
	$why = $words[ $page['withdrawn'] ] ?? $page['withdrawn'];
	return '' === $page['reason'] ? $why : "$why ({$page['reason']})";
}

/** In one word or two, what newsrelay and the editors have made of a post. */
function state_of( int $post_id ): string {
	$page = page_meta( $post_id );
	if ( ! $page ) {
		return '';
	}
	if ( '' !== $page['withdrawn'] ) {
		/* translators: %s: why */
		return sprintf( __( 'withdrawn: %s', 'newsrelay' ), why_withdrawn( $page ) );
	}
	if ( is_stopped( $post_id ) ) {
		return __( 'updates stopped', 'newsrelay' );
	}
	return edited_fields( $post_id ) ? __( 'edited here', 'newsrelay' ) : __( 'follows its source', 'newsrelay' );
}

function print_state( string $column, $post_id ): void {
	if ( 'newsrelay' === $column ) {
		echo esc_html( state_of( (int) $post_id ) );
	}
}

function row_actions( array $actions, \WP_Post $post ): array {
	$page = page_meta( $post->ID );
	if ( ! $page || '' !== $page['withdrawn'] || ! current_user_can( 'edit_post', $post->ID ) ) {
		return $actions;
	}
	$label = is_stopped( $post->ID ) ? __( 'Resume updates', 'newsrelay' ) : __( 'Stop updates', 'newsrelay' );
	$actions['newsrelay'] = sprintf( '<a href="%s">%s</a>', esc_url( switch_address( $post->ID ) ), esc_html( $label ) );
	return $actions;
}

function switch_address( int $post_id ): string {
	return wp_nonce_url( admin_url( "admin-post.php?action=newsrelay_updates&post=$post_id" ), "newsrelay_updates_$post_id" );
}

function switch_updates(): void {
	$post_id = (int) ( $_GET['post'] ?? 0 );
	check_admin_referer( "newsrelay_updates_$post_id" );
	if ( ! current_user_can( 'edit_post', $post_id ) ) {
		wp_die( esc_html__( 'You may not edit this post.', 'newsrelay' ), '', array( 'response' => 403 ) );
	}
	if ( is_stopped( $post_id ) ) {
		delete_post_meta( $post_id, STOPPED_META );
	} else {
		update_post_meta( $post_id, STOPPED_META, '1' );
	}
	wp_safe_redirect( wp_get_referer() ?: admin_url( 'edit.php' ) );
	exit;
}

/** In words: whose text this is, and what becomes of changes. */
function notice_of( int $post_id ): string {
	$page = page_meta( $post_id );
	if ( ! $page ) {
		return '';
	}
	if ( '' !== $page['withdrawn'] ) {
		/* translators: %s: why */
		return sprintf( __( 'This article was withdrawn: %s. Its text is gone for good; publishing the post would show an empty page.', 'newsrelay' ), why_withdrawn( $page ) );
	}
	if ( is_stopped( $post_id ) ) {
		/* translators: %s: name of the source */
		return sprintf( __( 'From %s. Its updates are stopped: the post is yours. A withdrawal applies all the same.', 'newsrelay' ), $page['source'] );
	}
	/* translators: %s: name of the source */
	return sprintf( __( 'From %s. What you change here stays yours; the next update replaces the rest. You can stop its updates in the list of posts.', 'newsrelay' ), $page['source'] );
}

function print_notice(): void {
	$screen = get_current_screen();
	$notice = $screen && 'post' === $screen->base && ! $screen->is_block_editor() ? notice_of( (int) get_the_ID() ) : '';
	if ( '' !== $notice ) {
		printf( '<div class="notice notice-info"><p>%s</p></div>', esc_html( $notice ) );
	}
}

function block_editor_notice(): void {
	$notice = notice_of( (int) get_the_ID() );
	if ( '' !== $notice ) {
		$call = sprintf( 'wp.domReady( function () { wp.data.dispatch( "core/notices" ).createInfoNotice( %s, { id: "newsrelay" } ); } );', wp_json_encode( $notice ) );
		wp_add_inline_script( 'wp-edit-post', $call );
	}
}
