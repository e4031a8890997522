<?php
/**
 * Texts as the site's database can hold them, and without what newsrelay writes for sites without this plugin.
 */

namespace Newsrelay;

defined( 'ABSPATH' ) || exit;

/** How a post says which article it is, and which picture was copied for it, as comment or as block. */
const MARK_PATTERN = '/<!-- (?:wp:newsrelay\/\w+ \{[^<>]*\} \/|newsrelay(?:-picture)? [^<>]*)-->/';

/** The table of this site's database knows what the marks say. */
function without_marks( string $content ): string {
	return rtrim( preg_replace( MARK_PATTERN, '', $content ) );
}

/** A database with three bytes a character (utf8mb3) refuses emoji, rare Han characters and styled letters. */
function is_narrow( string $table, string $column ): bool {
	global $wpdb;
	$charset = $wpdb->get_col_charset( $table, $column );
	return is_string( $charset ) && in_array( $charset, array( 'utf8', 'utf8mb3' ), true );
}

/** HTML with every such character as a reference, which pages show as the character itself. */
function in_three_bytes( string $html ): string {
	$reference = function ( array $found ): string {
		$bytes = array_values( unpack( 'C4', $found[0] ) );
		$code  = ( $bytes[0] & 7 ) << 18 | ( $bytes[1] & 63 ) << 12 | ( $bytes[2] & 63 ) << 6 | ( $bytes[3] & 63 );
		return '&#x' . dechex( $code ) . ';';
	};
	return preg_replace_callback( '/[\x{10000}-\x{10FFFF}]/u', $reference, $html );
}

/** The mbstring extension is optional for WordPress. */
function lower( string $text ): string {
	return function_exists( 'mb_strtolower' ) ? mb_strtolower( $text, 'UTF-8' ) : strtolower( $text );
}
