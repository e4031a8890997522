<?php
/**
 * The article's page as readers see it: what is printed around the text, in the theme's own style.
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

add_filter( 'the_content', __NAMESPACE__ . '\article_content', 20 );
add_filter( 'post_thumbnail_html', __NAMESPACE__ . '\picture_html', 10, 2 );
add_filter( 'the_author', __NAMESPACE__ . '\author_names' );
add_filter( 'the_title', __NAMESPACE__ . '\title_in_its_language', 10, 2 );
add_filter( 'render_block_core/post-title', __NAMESPACE__ . '\title_block', 10, 3 );
add_filter( 'render_block_core/post-excerpt', __NAMESPACE__ . '\excerpt_block', 10, 3 );
add_filter( 'render_block_core/post-author-name', __NAMESPACE__ . '\author_block', 10, 3 );
add_filter( 'render_block_core/post-author', __NAMESPACE__ . '\author_block', 10, 3 );
add_filter( 'post_link', __NAMESPACE__ . '\link_out', 10, 2 );
add_action( 'wp_enqueue_scripts', fn() => wp_enqueue_style( 'newsrelay', plugins_url( 'page.css', __FILE__ ), array(), VERSION ) );
add_action(
	'init',
	fn() => register_block_type( 'newsrelay/attribution', array( 'api_version' => 2, 'render_callback' => fn() => attribution_html( page_meta( (int) get_the_ID() ) ) ) )
);

function article_content( string $content ): string {
	$post_id = (int) get_the_ID();
	$page    = page_meta( $post_id );
	if ( ! $page || is_admin() || is_feed() || doing_filter( 'get_the_excerpt' ) || defined( 'REST_REQUEST' ) ) {
		return $content;
	}
	// The text carries a plain line for sites without the plugin.
	$text = preg_replace( '#<p class="newsrelay-attribution[^>]*>.*?</p>#s', '', $content );
	$text = sprintf( '<div class="newsrelay-text"%s>%s</div>', language_attributes_of( $page ), $text );
	$parts = is_singular() && is_main_query()
		? array( 'header' => header_html( $page, $post_id ), 'text' => $text, 'corrections' => corrections_html( $page ), 'attribution' => attribution_html( $page ) )
		: array( 'text' => $text );
	/** What is printed of an article, in order, each as HTML; a theme may leave out or move parts. */
	return implode( '', apply_filters( 'newsrelay_article_parts', $parts, $post_id, $page ) );
}

function header_html( array $page, int $post_id ): string {
	$labels   = wp_is_block_theme() ? '' : labels_html( $page );
	$subtitle = '' === $page['subtitle'] ? '' : sprintf( '<p class="newsrelay-subtitle"%s>%s</p>', language_attributes_of( $page ), esc_html( $page['subtitle'] ) );
	return $labels . $subtitle . sprintf( '<p class="newsrelay-byline">%s</p>', implode( ' · ', byline_parts( $page, $post_id ) ) );
}

/** @return string[] HTML: who wrote it, where it appeared, when, and when it was changed. */
function byline_parts( array $page, int $post_id ): array {
	$parts = array();
	if ( $page['authors'] ) {
		$names = sprintf( '<span%s>%s</span>', language_attributes_of( $page ), esc_html( wp_sprintf( '%l', $page['authors'] ) ) );
		/* translators: %s: names of the writers */
		$parts[] = sprintf( __( 'By %s', 'newsrelay' ), $names );
	}
	if ( '' !== $page['source'] ) {
		$parts[] = source_link( $page, esc_html( $page['source'] ) );
	}
	$published = strtotime( $page['published'] ) ?: get_post_timestamp( $post_id );
	$modified  = strtotime( $page['modified'] );
	$parts[]   = time_html( $published );
	if ( $modified && $modified > $published + MINUTE_IN_SECONDS ) {
		/* translators: %s: date and time */
		$parts[] = sprintf( __( 'updated %s', 'newsrelay' ), time_html( $modified ) );
	}
	return $parts;
}

function time_html( int $time ): string {
	$format = get_option( 'date_format' ) . ', ' . get_option( 'time_format' );
	return sprintf( '<time datetime="%s">%s</time>', esc_attr( gmdate( DATE_W3C, $time ) ), esc_html( wp_date( $format, $time ) ) );
}

/** A credit is a plain link; one that was paid for says so to search engines. */
function source_link( array $page, string $html ): string {
	$rel = in_array( 'sponsored', $page['labels'], true ) ? ' rel="sponsored"' : '';
	return '' === $page['url'] ? $html : sprintf( '<a href="%s"%s>%s</a>', esc_url( $page['url'] ), $rel, $html );
}

function labels_html( array $page ): string {
	$names = array(
		'sponsored'  => __( 'Sponsored', 'newsrelay' ),
		'opinion'    => __( 'Opinion', 'newsrelay' ),
		'live'       => __( 'Live at the source', 'newsrelay' ),
		'developing' => __( 'Developing story', 'newsrelay' ),
	);
	$html = '';
	foreach ( array_intersect_key( $names, array_flip( $page['labels'] ) ) as $label => $name ) {
		$html .= sprintf( '<span class="newsrelay-label newsrelay-label-%s">%s</span> ', $label, esc_html( $name ) );
	}
	return '' === $html ? '' : sprintf( '<p class="newsrelay-labels">%s</p>', rtrim( $html ) );
}

/** What the source corrected, in a box below the text. */
function corrections_html( array $page ): string {
	$html = '';
	foreach ( $page['corrections'] as $correction ) {
		$time  = strtotime( $correction['at'] ?? '' );
		$html .= sprintf( '<p%s>%s%s</p>', language_attributes_of( $page ), $time ? time_html( $time ) . ' ' : '', esc_html( $correction['text'] ?? '' ) );
	}
	return '' === $html ? '' : sprintf( '<aside class="newsrelay-corrections" aria-label="%s">%s</aside>', esc_attr__( 'Corrections', 'newsrelay' ), $html );
}

/** The line below the text, by what the rights allow to be shown. */
function attribution_html( array $page ): string {
	if ( ! $page || '' === $page['source'] ) {
		return '';
	}
	$source = esc_html( $page['source'] );
	/* translators: %s: name of the source */
	$invitations = array( 'excerpt' => __( 'Continue reading at %s', 'newsrelay' ), 'link' => __( 'Read the story at %s', 'newsrelay' ) );
	if ( isset( $invitations[ $page['rights'] ] ) ) {
		$line = source_link( $page, sprintf( $invitations[ $page['rights'] ], $source ) . ' →' );
		return sprintf( '<p class="newsrelay-attribution newsrelay-read-on">%s</p>', $line );
	}
	$licence = $page['licence'];
	$name    = esc_html( $licence['name'] );
	$linked  = '' === $licence['url'] ? $name : sprintf( '<a rel="license" href="%s">%s</a>', esc_url( $licence['url'] ), $name );
	$line    = '' === $name
		/* translators: %s: name of the source */
		? sprintf( __( 'This article was first published by %s and is republished with permission.', 'newsrelay' ), source_link( $page, $source ) )
		/* translators: 1: name of the source, 2: name of the licence */
		: sprintf( __( 'This article was first published by %1$s and is republished under %2$s.', 'newsrelay' ), source_link( $page, $source ), $linked );
	return sprintf( '<p class="newsrelay-attribution">%s</p>', $line );
}

/** The picture's words are the article's, also where one picture serves several articles. */
function picture_html( $html, $post_id ): string {
	$page = page_meta( (int) $post_id );
	if ( ! $page || '' === (string) $html || ! is_copied_picture( get_post( get_post_thumbnail_id( $post_id ) ) ) ) {
		return (string) $html;
	}
	$picture = $page['picture'];
	$html    = preg_replace( '/\salt="[^"]*"/', ' alt="' . esc_attr( $picture['alt'] ) . '"' . language_attributes_of( $page ), $html, 1 );
	/* translators: %s: who took the picture */
	$credit  = '' === $picture['credit'] ? '' : esc_html( sprintf( __( 'Photo: %s', 'newsrelay' ), $picture['credit'] ) );
	$caption = '' === $picture['caption'] ? '' : sprintf( '<span%s>%s</span>', language_attributes_of( $page ), esc_html( $picture['caption'] ) );
	$line    = implode( ' · ', array_filter( array( $caption, $credit ) ) );
	if ( '' === $line || ! is_singular() ) {
		return $html;
	}
	$element = wp_is_block_theme() ? 'figcaption' : 'span';
	return $html . sprintf( '<%1$s class="newsrelay-caption">%2$s</%1$s>', $element, $line );
}

/** The account that posts wrote nothing. */
function author_names( $name ): string {
	$page = page_meta( (int) get_the_ID() );
	return $page ? ( wp_sprintf( '%l', $page['authors'] ) ?: $page['source'] ) : (string) $name;
}

function author_block( string $html, array $block, \WP_Block $instance ): string {
	$page = page_meta( (int) ( $instance->context['postId'] ?? 0 ) );
	if ( ! $page ) {
		return $html;
	}
	$names = esc_html( wp_sprintf( '%l', $page['authors'] ) ?: $page['source'] );
	return sprintf( '<div class="wp-block-post-author-name"%s>%s</div>', language_attributes_of( $page ), $names );
}

function title_block( string $html, array $block, \WP_Block $instance ): string {
	$page = page_meta( (int) ( $instance->context['postId'] ?? 0 ) );
	return $page ? labels_html( $page ) . in_its_language( $html, $page ) : $html;
}

function excerpt_block( string $html, array $block, \WP_Block $instance ): string {
	$page = page_meta( (int) ( $instance->context['postId'] ?? 0 ) );
	return $page ? in_its_language( $html, $page ) : $html;
}

/** For themes without blocks; menus, feeds and attributes get the bare words. */
function title_in_its_language( $title, $post_id = 0 ): string {
	if ( wp_is_block_theme() || is_admin() || is_feed() || ! in_the_loop() || ! $post_id ) {
		return (string) $title;
	}
	$page = page_meta( (int) $post_id );
	return $page && '' !== $page['language'] ? sprintf( '<span%s>%s</span>', language_attributes_of( $page ), $title ) : (string) $title;
}

/** By choice, the title of a post that shows no text leads straight to the story. */
function link_out( $url, $post ): string {
	if ( is_admin() || is_feed() || is_singular() || defined( 'REST_REQUEST' ) || ! did_action( 'wp_head' ) || ! settings()['link_out'] ) {
		return $url;
	}
	$page = page_meta( $post->ID );
	return $page && 'link' === $page['rights'] && '' !== $page['url'] ? $page['url'] : $url;
}
