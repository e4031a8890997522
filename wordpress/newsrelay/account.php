<?php
/**
 * The account that newsrelay uses: a role with exactly the rights that deliveries need, and who may call the routes.
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

const ROLE = 'newsrelay';
/** Whoever has it is an account of newsrelay's. */
const DELIVERS = 'newsrelay_deliver';

/** No `unfiltered_html`: nothing that comes from another site may run. Private posts are those that an editor hid. */
const RIGHTS = array(
	'read'                 => true,
	'edit_posts'           => true,
	'publish_posts'        => true,
	'edit_published_posts' => true,
	'edit_private_posts'   => true,
	'edit_others_posts'    => true,
	'delete_posts'         => true,
	'upload_files'         => true,
	'manage_categories'    => true,
	DELIVERS               => true,
);

/** A role of that name which is there already keeps its rights, and may deliver. */
function ensure_role(): void {
	$role = get_role( ROLE );
	if ( ! $role ) {
		add_role( ROLE, 'newsrelay', RIGHTS );
	} elseif ( ! $role->has_cap( DELIVERS ) ) {
		$role->add_cap( DELIVERS );
	}
}

/**
 * Once an account has the role, the routes are for such accounts alone. Until then, as before there was the role,
 * whoever may publish may call them; what each delivery touches needs the right to it in any case.
 */
function may_deliver(): bool {
	if ( ! current_user_can( 'publish_posts' ) ) {
		return false;
	}
	return current_user_can( DELIVERS ) || ! get_users( array( 'role' => ROLE, 'number' => 1, 'fields' => 'ID' ) );
}

/** Whether the site has such posts and this account may publish them. */
function may_make( string $post_type ): bool {
	$type = get_post_type_object( $post_type );
	return $type && 'attachment' !== $post_type && current_user_can( $type->cap->create_posts ) && current_user_can( $type->cap->publish_posts );
}

/** @return \WP_Error|null Why this account may not touch a post that is there. */
function denied( int $post_id ): ?\WP_Error {
	if ( ! $post_id || ! get_post( $post_id ) || current_user_can( 'edit_post', $post_id ) ) {
		return null;
	}
	return new \WP_Error( 'rest_cannot_edit', 'No right to edit this post.', array( 'status' => 403 ) );
}

/**
 * Whether what a post's text says of itself is newsrelay's word: anybody who writes posts could write it.
 * Editors may change every post anyway.
 */
function is_of_newsrelay( \WP_Post $post, string $byline ): bool {
	$author = (int) $post->post_author;
	$user   = get_userdata( $author );
	if ( ! $user ) {
		return false;
	}
	return get_current_user_id() === $author || $user->has_cap( DELIVERS ) || user_can( $user, 'edit_others_posts' )
		|| ( '' !== $byline && ( $user->user_login === $byline || $user->user_nicename === sanitize_title( $byline ) ) );
}

/** Milliseconds. A revision is the moment of its change: none is later than this, whatever a clock or a stranger says. */
function latest_revision(): int {
	return ( time() + DAY_IN_SECONDS ) * 1000;
}
