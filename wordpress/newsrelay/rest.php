<?php
/**
 * The routes that newsrelay calls, under /wp-json/newsrelay/v1.
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

add_action(
	'rest_api_init',
	function () {
		register_rest_route(
			'newsrelay/v1',
			'/articles/(?P<id>' . UUID . ')',
			array(
				'methods'             => 'PUT',
				'permission_callback' => __NAMESPACE__ . '\may_deliver',
				'args'                => job_schema(),
				'callback'            => __NAMESPACE__ . '\put_article',
			)
		);
		register_rest_route(
			'newsrelay/v1',
			'/status',
			array(
				'methods'             => 'GET',
				'permission_callback' => __NAMESPACE__ . '\may_deliver',
				'callback'            => __NAMESPACE__ . '\get_status',
			)
		);
		// Whoever posts over core's route learns that the plugin is there.
		register_rest_field( 'post', 'newsrelay', array( 'get_callback' => fn() => VERSION, 'schema' => array( 'type' => 'string', 'context' => array( 'edit' ) ) ) );
	}
);

function job_schema(): array {
	$strings = array( 'type' => 'array', 'required' => true, 'items' => array( 'type' => 'string', 'maxLength' => 200 ) );
	return array(
		'action'     => array( 'type' => 'string', 'required' => true, 'enum' => array( 'publish', 'update', 'withdraw' ) ),
		'revision'   => array( 'type' => 'integer', 'required' => true, 'minimum' => 0 ),
		'hash'       => array( 'type' => 'string', 'required' => true, 'pattern' => '^[0-9a-f]{64}$' ),
		'byline'     => array( 'type' => 'string', 'required' => true ),
		'editorChanges' => array( 'type' => 'string', 'default' => 'keep', 'enum' => array( 'keep', 'overwrite' ) ),
		'postType'   => array( 'type' => 'string', 'default' => 'post', 'pattern' => '^[a-z0-9_-]{1,20}$' ),
		'fields'     => array( 'type' => 'object', 'default' => array(), 'additionalProperties' => array( 'type' => 'string' ) ),
		'categories' => $strings,
		'tags'       => $strings,
		'post'       => array(
			'type'                 => 'object',
			'required'             => true,
			'properties'           => array(
				'title'          => array( 'type' => 'string', 'required' => true ),
				'content'        => array( 'type' => 'string', 'required' => true ),
				'excerpt'        => array( 'type' => 'string', 'required' => true ),
				'slug'           => array( 'type' => 'string', 'required' => true, 'maxLength' => 200 ),
				'status'         => array( 'type' => 'string', 'required' => true, 'enum' => array( 'publish', 'draft', 'pending' ) ),
				'date_gmt'       => array( 'type' => 'string', 'pattern' => '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$' ),
				'featured_media' => array( 'type' => 'integer', 'minimum' => 0 ),
				'comment_status' => array( 'type' => 'string', 'enum' => array( 'closed' ) ),
				'ping_status'    => array( 'type' => 'string', 'enum' => array( 'closed' ) ),
			),
		),
		'page'       => array(
			'type'                 => 'object',
			'required'             => true,
			'properties'           => array(
				'canonical' => array( 'type' => array( 'string', 'null' ), 'format' => 'uri' ),
				'noindex'   => array( 'type' => 'boolean' ),
				'source'    => array( 'type' => 'string' ),
				'url'       => array( 'type' => 'string' ),
				'authors'   => array( 'type' => 'array', 'items' => array( 'type' => 'string' ) ),
				'rights'    => array( 'type' => 'string' ),
				'licence'   => array( 'type' => 'object' ),
				'language'  => array( 'type' => 'string' ),
				'labels'    => array( 'type' => 'array', 'items' => array( 'type' => 'string' ) ),
				'published' => array( 'type' => 'string' ),
				'modified'  => array( 'type' => 'string' ),
				'subtitle'  => array( 'type' => 'string' ),
				'picture'   => array( 'type' => 'object' ),
				'corrections' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
				'withdrawn' => array( 'type' => 'string' ),
				'reason'    => array( 'type' => 'string' ),
			),
		),
	);
}

function put_article( \WP_REST_Request $request ) {
	ensure_table();
	$job = array( 'notes' => array() );
	foreach ( array_keys( job_schema() ) as $name ) {
		$job[ $name ] = $request[ $name ];
	}
	if ( $job['revision'] > latest_revision() ) {
		return new \WP_Error( 'newsrelay_revision', 'The revision lies ahead of this site\'s clock: one of the two clocks is wrong.', array( 'status' => 409 ) );
	}
	if ( ! may_make( $job['postType'] ) ) {
		return new \WP_Error( 'newsrelay_post_type', sprintf( 'The site has no posts of the type %s that this account may write.', $job['postType'] ), array( 'status' => 400 ) );
	}
	$row    = find_article( $request['id'] );
	$denied = denied( $row ? (int) $row->post_id : 0 );
	if ( $denied ) {
		return $denied;
	}
	$job['terms'] = 'withdraw' === $job['action'] ? array() : array(
		'post_category' => term_ids( 'category', $job['categories'], $job['notes'] ),
		'tags_input'    => term_ids( 'post_tag', $job['tags'], $job['notes'] ),
	);
	$outcome = with_lock( $request['id'], fn() => counted_once( fn() => deliver( $request['id'], $job ) ) );
	note_delivery( $request['id'], $outcome );
	return $outcome;
}

function get_status(): array {
	global $wpdb;
	ensure_table();
	return array(
		'version' => VERSION,
		'table'   => $wpdb->get_var( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( table() ) ) ) === table(),
		'locks'   => with_lock( 'status', '__return_true' ) === true,
	);
}
