<?php
/**
 * Takes an article off the site: every post that shows it, its history, and the picture that was copied for it.
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

/** Runs under the article's lock. */
function withdraw( string $article_id, array $job, ?object $row ) {
	$known = $row ? (int) $row->post_id : 0;
	$posts = array_unique( array_merge( array_filter( array( $known ) ), posts_of_article( $article_id, $job ) ) );
	$notes = array();
	// Before any is emptied.
	foreach ( $posts as $post_id ) {
		$denied = denied( $post_id );
		if ( $denied ) {
			return $denied;
		}
	}
	foreach ( $posts as $post_id ) {
		if ( ! get_post( $post_id ) ) {
			continue;
		}
		$emptied = empty_post( $post_id, $job, $notes );
		if ( is_wp_error( $emptied ) ) {
			return $emptied;
		}
	}
	save_row( $article_id, $job, $known ?: (int) reset( $posts ) );
	return outcome( 'withdrawn', $known ?: reset( $posts ), array( 'notes' => $notes ) );
}

/** What lies in the trash is emptied there: it may be restored. */
function empty_post( int $post_id, array $job, array &$notes ) {
	$pictures = pictures_of( get_post( $post_id ) );
	$fields  = array_diff_key( post_fields( $job['post'] ), array_flip( array( 'post_date_gmt', 'post_date', 'edit_date' ) ) );
	remember_address( get_post( $post_id ) );
	if ( 'trash' !== get_post_status( $post_id ) ) {
		$fields['post_status'] = 'draft';
	}
	if ( 'takedown' === ( $job['page']['withdrawn'] ?? '' ) ) {
		// The address holds words of the title; that of a takedown has none.
		$fields['post_name'] = $job['post']['slug'];
		delete_post_meta( $post_id, '_wp_old_slug' );
	}
	$saved = save_post( $post_id, $fields + array( 'picture' => 0 ), $job['page'] );
	if ( is_wp_error( $saved ) ) {
		return $saved;
	}
	// The text must not stay behind in the post's history, which may have been switched off since.
	foreach ( wp_get_post_revisions( $post_id, array( 'check_enabled' => false ) ) as $revision ) {
		wp_delete_post_revision( $revision );
	}
	delete_post_meta( $post_id, WRITTEN_META );
	remove_fields( $post_id );
	save_source( $post_id, $job['page'] );
	foreach ( $pictures as $picture ) {
		remove_picture( $picture, $notes );
	}
	return $saved;
}

/** @return int[] The attachments that a post shows, above its text and in it. */
function pictures_of( \WP_Post $post ): array {
	preg_match_all( '/\bwp-image-(\d+)/', $post->post_content, $found );
	return array_values( array_unique( array_filter( array_map( 'intval', array_merge( array( get_post_thumbnail_id( $post ) ), $found[1] ) ) ) ) );
}

/** A copied picture goes with the last post that shows it. */
function remove_picture( int $attachment, array &$notes ): void {
	$picture = $attachment ? get_post( $attachment ) : null;
	if ( ! $picture || ! is_copied_picture( $picture ) || is_picture_used( $picture ) ) {
		return;
	}
	if ( ! current_user_can( 'delete_post', $attachment ) || ! wp_delete_attachment( $attachment, true ) ) {
		$notes[] = "picture $attachment stays in the media library: no right to delete it";
	}
}

function is_copied_picture( ?\WP_Post $picture ): bool {
	return $picture && 'attachment' === $picture->post_type && 1 === preg_match( '/^newsrelay-[0-9a-f]{24}/', basename( (string) get_attached_file( $picture->ID ) ) );
}

/** As the picture of a post, or within a text by its number or its file. */
function is_picture_used( \WP_Post $picture ): bool {
	global $wpdb;
	$file = pathinfo( (string) get_attached_file( $picture->ID ), PATHINFO_FILENAME );
	return (bool) $wpdb->get_var(
		$wpdb->prepare(
			"SELECT 1 FROM $wpdb->postmeta WHERE meta_key = '_thumbnail_id' AND meta_value = %s
			UNION SELECT 1 FROM $wpdb->posts WHERE post_type NOT IN ('revision', 'attachment') AND (post_content LIKE %s OR post_content LIKE %s) LIMIT 1",
			(string) $picture->ID,
			'%wp-image-' . $picture->ID . '"%',
			'%' . $wpdb->esc_like( $file ) . '%'
		)
	);
}
