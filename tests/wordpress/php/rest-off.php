<?php
// As the plugins do that close the interface to visitors.
add_filter('rest_authentication_errors', fn() => new WP_Error('rest_forbidden', 'Grensesnittet er slått av.', ['status' => 401]));
remove_action('wp_head', 'rest_output_link_wp_head');
remove_action('template_redirect', 'rest_output_link_header', 11);
