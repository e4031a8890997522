<?php
/**
 * What search engines, feed readers and previews of links learn of a delivered post.
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

/** Filters of core and of SEO plugins that take an address for rel=canonical. */
const CANONICAL_FILTERS = array( 'wpseo_canonical', 'wpseo_opengraph_url', 'aioseo_canonical_url', 'rank_math/frontend/canonical', 'seopress_titles_canonical' );

add_filter( 'get_canonical_url', fn( $url, $post ) => page_meta( $post->ID )['canonical'] ?? $url, 10, 2 );
foreach ( CANONICAL_FILTERS as $filter ) {
	add_filter( $filter, __NAMESPACE__ . '\own_canonical', 20 );
}
add_filter( 'wp_robots', fn( $robots ) => is_kept_out() ? array( 'noindex' => true ) + (array) $robots : $robots );
add_filter( 'wpseo_robots', fn( $robots ) => is_kept_out() ? 'noindex, follow' : $robots, 20 );
add_filter( 'rank_math/frontend/robots', fn( $robots ) => is_kept_out() ? array( 'index' => 'noindex' ) + (array) $robots : $robots, 20 );
add_filter( 'aioseo_robots_meta', fn( $robots ) => is_kept_out() ? array( 'noindex' => 'noindex' ) + (array) $robots : $robots, 20 );
add_filter( 'seopress_titles_robots', fn( $robots ) => is_kept_out() ? '<meta name="robots" content="noindex, follow">' : $robots, 20 );
add_action( 'template_redirect', __NAMESPACE__ . '\robots_header' );
add_filter( 'wp_sitemaps_posts_query_args', __NAMESPACE__ . '\without_kept_out', 10, 1 );
add_filter( 'wp_sitemaps_taxonomies_query_args', __NAMESPACE__ . '\without_machine_terms', 10, 2 );
add_filter( 'wpseo_exclude_from_sitemap_by_post_ids', fn( $ids ) => array_merge( (array) $ids, kept_out_ids() ) );
add_filter( 'rank_math/sitemap/posts_to_exclude', fn( $ids ) => array_merge( (array) $ids, kept_out_ids() ) );
add_action( 'wp_head', __NAMESPACE__ . '\print_head', 5 );
add_filter( 'the_content_feed', __NAMESPACE__ . '\feed_content' );
add_filter( 'the_excerpt_rss', __NAMESPACE__ . '\feed_excerpt' );
add_action( 'rss2_item', __NAMESPACE__ . '\print_feed_source' );

function own_canonical( $url ) {
	return ( is_singular() ? page_meta( get_queried_object_id() )['canonical'] ?? null : null ) ?? $url;
}

/** Whether the page that is being printed is to stay out of search engines. */
function is_kept_out(): bool {
	if ( is_attachment() ) {
		return is_copied_picture( get_queried_object() );
	}
	return is_singular() && ! empty( page_meta( get_queried_object_id() )['noindex'] );
}

// In the headers as well: SEO plugins replace the robots meta element, and the strictest rule counts.
function robots_header(): void {
	if ( is_kept_out() && ! headers_sent() ) {
		header( 'X-Robots-Tag: noindex', false );
	}
}

/** A sitemap does not name what robots are to leave out. */
function without_kept_out( array $query ): array {
	$query['meta_query']   = $query['meta_query'] ?? array();
	$query['meta_query'][] = array(
		'relation' => 'OR',
		array( 'key' => NOINDEX_META, 'compare' => 'NOT EXISTS' ),
		array( 'key' => NOINDEX_META, 'value' => '1', 'compare' => '!=' ),
	);
	return $query;
}

/** Names that only machines read: ids, and paths of a publisher's own. */
function without_machine_terms( array $query, string $taxonomy ): array {
	global $wpdb;
	$ids = $wpdb->get_col(
		$wpdb->prepare(
			"SELECT term_id FROM $wpdb->terms JOIN $wpdb->term_taxonomy USING (term_id) WHERE taxonomy = %s AND (name REGEXP %s OR name LIKE '%%/%%')",
			$taxonomy,
			'^' . UUID . '$'
		)
	);
	$query['exclude'] = array_merge( (array) ( $query['exclude'] ?? array() ), array_map( 'intval', $ids ) );
	return $query;
}

/** @return int[] */
function kept_out_ids(): array {
	global $wpdb;
	return array_map( 'intval', $wpdb->get_col( $wpdb->prepare( "SELECT post_id FROM $wpdb->postmeta WHERE meta_key = %s AND meta_value = '1'", NOINDEX_META ) ) );
}

function has_seo_plugin(): bool {
	return defined( 'WPSEO_VERSION' ) || defined( 'RANK_MATH_VERSION' ) || defined( 'AIOSEO_VERSION' ) || defined( 'SEOPRESS_VERSION' ) || defined( 'THE_SEO_FRAMEWORK_VERSION' );
}

/** Description, Open Graph and JSON-LD, where no SEO plugin prints its own. */
function print_head(): void {
	$post = is_singular() ? get_queried_object() : null;
	$page = $post instanceof \WP_Post ? page_meta( $post->ID ) : array();
	if ( ! $page || has_seo_plugin() ) {
		return;
	}
	$title   = html_entity_decode( wp_strip_all_tags( $post->post_title ), ENT_QUOTES, 'UTF-8' );
	$summary = html_entity_decode( wp_strip_all_tags( $post->post_excerpt ), ENT_QUOTES, 'UTF-8' );
	$picture = (string) get_the_post_thumbnail_url( $post, 'large' );
	$tags    = array( 'og:type' => 'article', 'og:title' => $title, 'og:description' => $summary, 'og:url' => (string) get_permalink( $post ), 'og:site_name' => get_bloginfo( 'name' ), 'og:image' => $picture );
	if ( '' !== $summary ) {
		printf( '<meta name="description" content="%s">' . "\n", esc_attr( $summary ) );
	}
	foreach ( array_filter( $tags, 'strlen' ) as $property => $content ) {
		printf( '<meta property="%s" content="%s">' . "\n", esc_attr( $property ), esc_attr( $content ) );
	}
	printf( '<meta name="twitter:card" content="%s">' . "\n", '' === $picture ? 'summary' : 'summary_large_image' );
	printf( '<script type="application/ld+json">%s</script>' . "\n", wp_json_encode( structured_data( $post, $page, $title, $summary, $picture ), JSON_HEX_TAG | JSON_UNESCAPED_SLASHES ) );
}

function structured_data( \WP_Post $post, array $page, string $title, string $summary, string $picture ): array {
	return array_filter(
		array(
			'@context'           => 'https://schema.org',
			'@type'              => 'NewsArticle',
			'mainEntityOfPage'   => (string) get_permalink( $post ),
			'headline'           => $title,
			'description'        => $summary,
			'image'              => $picture,
			'datePublished'      => $page['published'] ?: get_post_time( DATE_W3C, true, $post ),
			'dateModified'       => $page['modified'],
			'inLanguage'         => $page['language'],
			'author'             => array_map( fn( $name ) => array( '@type' => 'Person', 'name' => $name ), $page['authors'] ),
			'publisher'          => array( '@type' => 'NewsMediaOrganization', 'name' => $page['source'] ),
			'isBasedOn'          => $page['url'],
			'license'            => $page['licence']['url'],
			'sourceOrganization' => array( '@type' => 'Organization', 'name' => get_bloginfo( 'name' ), 'url' => home_url( '/' ) ),
		)
	);
}

/** Readers of the site's own feed get the summary and the way to the story; the whole text by choice. */
function feed_content( string $content ): string {
	$page = page_meta( (int) get_the_ID() );
	if ( ! $page ) {
		return $content;
	}
	$text = 'full' === settings()['feed'] ? preg_replace( '#<p class="newsrelay-attribution[^>]*>.*?</p>#s', '', $content ) : '<p>' . get_post()->post_excerpt . '</p>';
	return attribution_html( $page ) . sprintf( '<div%s>%s</div>', language_attributes_of( $page ), $text );
}

/** Without a summary, WordPress would make one of the text. */
function feed_excerpt( string $excerpt ): string {
	$page = page_meta( (int) get_the_ID() );
	return $page && '' === get_post()->post_excerpt ? wp_strip_all_tags( attribution_html( $page ) ) : $excerpt;
}

function print_feed_source(): void {
	$page = page_meta( (int) get_the_ID() );
	if ( $page && '' !== $page['url'] ) {
		printf( "<source url=\"%s\">%s</source>\n", esc_url( $page['url'] ), esc_html( ent2ncr( $page['source'] ) ) );
	}
}
