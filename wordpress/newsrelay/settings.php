<?php
/**
 * The plugin's page in the admin: how deliveries go, and what the site's owner may choose.
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

const SETTINGS_OPTION = 'newsrelay_settings';

/** When something was last delivered, and the last deliveries that had something to say. */
const LAST_OPTION  = 'newsrelay_last';
const NOTES_OPTION = 'newsrelay_notes';
const MOST_NOTES   = 20;

/** Choices by setting, the first of each by default. */
const CHOICES = array(
	'withdrawn' => array( '410', 'note', '404' ),
	'feed'      => array( 'excerpt', 'full' ),
	'link_out'  => array( '', '1' ),
);

add_action( 'admin_menu', fn() => add_options_page( 'newsrelay', 'newsrelay', 'manage_options', 'newsrelay', __NAMESPACE__ . '\print_page' ) );
add_action(
	'admin_init',
	fn() => register_setting( 'newsrelay', SETTINGS_OPTION, array( 'type' => 'object', 'sanitize_callback' => __NAMESPACE__ . '\chosen' ) )
);
add_filter( 'site_status_tests', __NAMESPACE__ . '\health_tests' );

function settings(): array {
	return chosen( get_option( SETTINGS_OPTION, array() ) );
}

/** @return string[] One of its choices for each setting, whatever came. */
function chosen( $values ): array {
	$values = is_array( $values ) ? $values : array();
	$pick   = fn( $name ) => in_array( (string) ( $values[ $name ] ?? '' ), CHOICES[ $name ], true ) && isset( $values[ $name ] ) ? (string) $values[ $name ] : CHOICES[ $name ][0];
	return array_combine( array_keys( CHOICES ), array_map( $pick, array_keys( CHOICES ) ) );
}

function labels_of_choices(): array {
	return array(
		'withdrawn' => array(
			'title' => __( 'The address of a withdrawn article', 'newsrelay' ),
			'410'   => __( 'says that it is no longer available (410)', 'newsrelay' ),
			'note'  => __( 'says who withdrew it, and when (410)', 'newsrelay' ),
			'404'   => __( 'shows the theme\'s page for what is not found (404)', 'newsrelay' ),
		),
		'feed'      => array(
			'title'   => __( 'The site\'s own feeds hold of a delivered article', 'newsrelay' ),
			'excerpt' => __( 'its summary', 'newsrelay' ),
			'full'    => __( 'its whole text', 'newsrelay' ),
		),
		'link_out'  => array(
			'title' => __( 'The title of an article that shows no text leads', 'newsrelay' ),
			''      => __( 'to its page on this site', 'newsrelay' ),
			'1'     => __( 'straight to the story at its source', 'newsrelay' ),
		),
	);
}

/** Remembers a delivery for the page. */
function note_delivery( string $article_id, $outcome ): void {
	$is_error = is_wp_error( $outcome );
	$notes    = $is_error ? array( $outcome->get_error_message() ) : ( $outcome['notes'] ?? array() );
	update_option( LAST_OPTION, time(), false );
	if ( $notes ) {
		$line = array( 'time' => time(), 'article' => $article_id, 'post' => $is_error ? 0 : $outcome['postId'], 'notes' => $notes );
		update_option( NOTES_OPTION, array_slice( array_merge( array( $line ), (array) get_option( NOTES_OPTION, array() ) ), 0, MOST_NOTES ), false );
	}
}

/** @return int[] { shown, withdrawn, removed }: articles by what became of their posts. */
function article_counts(): array {
	global $wpdb;
	$table = table();
	$row   = $wpdb->get_row(
		"SELECT COALESCE(SUM(withdrawn = 0 AND p.post_status NOT IN ('trash')), 0) AS shown, COALESCE(SUM(withdrawn), 0) AS withdrawn,
		COALESCE(SUM(withdrawn = 0 AND (p.ID IS NULL OR p.post_status = 'trash')), 0) AS removed
		FROM $table LEFT JOIN $wpdb->posts p ON p.ID = post_id"
	);
	return array_map( 'intval', (array) $row );
}

function print_page(): void {
	ensure_table();
	$counts = article_counts();
	$last   = (int) get_option( LAST_OPTION );
	echo '<div class="wrap"><h1>newsrelay</h1><table class="widefat striped" style="max-width:60em"><tbody>';
	$facts = array(
		__( 'Version of the plugin', 'newsrelay' )     => VERSION,
		/* translators: %s: length of time */
		__( 'Last delivery', 'newsrelay' )             => $last ? sprintf( __( '%s ago', 'newsrelay' ), human_time_diff( $last ) ) : __( 'none yet', 'newsrelay' ),
		__( 'Articles shown', 'newsrelay' )            => number_format_i18n( $counts['shown'] ),
		__( 'Withdrawn', 'newsrelay' )                 => number_format_i18n( $counts['withdrawn'] ),
		__( 'Removed on this site', 'newsrelay' )      => number_format_i18n( $counts['removed'] ),
	);
	foreach ( $facts as $name => $value ) {
		printf( '<tr><th scope="row">%s</th><td>%s</td></tr>', esc_html( $name ), esc_html( $value ) );
	}
	echo '</tbody></table>';
	print_form();
	print_notes();
	echo '</div>';
}

function print_form(): void {
	echo '<form method="post" action="options.php">';
	settings_fields( 'newsrelay' );
	echo '<table class="form-table" role="presentation"><tbody>';
	foreach ( labels_of_choices() as $name => $labels ) {
		printf( '<tr><th scope="row">%s</th><td>', esc_html( $labels['title'] ) );
		foreach ( CHOICES[ $name ] as $choice ) {
			$checked = checked( settings()[ $name ], $choice, false );
			printf( '<p><label><input type="radio" name="%s[%s]" value="%s"%s> %s</label></p>', esc_attr( SETTINGS_OPTION ), esc_attr( $name ), esc_attr( $choice ), $checked, esc_html( $labels[ $choice ] ) );
		}
		echo '</td></tr>';
	}
	echo '</tbody></table>';
	submit_button();
	echo '</form>';
}

function print_notes(): void {
	$notes = (array) get_option( NOTES_OPTION, array() );
	printf( '<h2>%s</h2>', esc_html__( 'What deliveries could not do lately', 'newsrelay' ) );
	if ( ! $notes ) {
		printf( '<p>%s</p>', esc_html__( 'Nothing.', 'newsrelay' ) );
		return;
	}
	echo '<table class="widefat striped"><tbody>';
	foreach ( $notes as $line ) {
		$title = $line['post'] ? get_the_title( $line['post'] ) : $line['article'];
		printf( '<tr><td>%s</td><td><a href="%s">%s</a></td><td>%s</td></tr>', esc_html( wp_date( 'Y-m-d H:i', $line['time'] ) ), esc_url( (string) get_edit_post_link( $line['post'] ) ), esc_html( $title ), esc_html( implode( '; ', $line['notes'] ) ) );
	}
	echo '</tbody></table>';
}

function health_tests( array $tests ): array {
	$tests['direct']['newsrelay'] = array(
		'label' => 'newsrelay',
		'test'  => function (): array {
			$status = get_status();
			$is_ok  = $status['table'] && $status['locks'];
			return array(
				'label'       => $is_ok ? __( 'newsrelay can deliver to this site', 'newsrelay' ) : __( 'newsrelay cannot deliver to this site', 'newsrelay' ),
				'status'      => $is_ok ? 'good' : 'critical',
				'badge'       => array( 'label' => 'newsrelay', 'color' => $is_ok ? 'blue' : 'red' ),
				'description' => '<p>' . esc_html__( 'Deliveries need the plugin\'s table and the locks of the database server.', 'newsrelay' ) . '</p>',
				'actions'     => '',
				'test'        => 'newsrelay',
			);
		},
	);
	return $tests;
}
