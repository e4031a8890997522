<?php
/**
 * A delivered post asks nothing of the publisher's server: no pingback and no look for enclosures, neither when it
 * is delivered nor when an editor saves it.
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

add_filter(
	'add_post_metadata',
	function ( $done, $post_id, $key ) {
		return in_array( $key, array( '_pingme', '_encloseme', '_trackbackme' ), true ) && is_managed( (int) $post_id ) ? true : $done;
	},
	10,
	3
);

// A post is known to be delivered only after it was made.
add_action(
	'updated_post_meta',
	function ( $meta_id, $post_id, $key ) {
		if ( PAGE_META === $key ) {
			array_map( fn( $name ) => delete_post_meta( $post_id, $name ), array( '_pingme', '_encloseme' ) );
		}
	},
	10,
	3
);
