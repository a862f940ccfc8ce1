<?php
// As a server does whose interface breaks while its pages are served.
add_filter('rest_pre_dispatch', fn() => new WP_Error('rest_down', 'Midlertidig feil.', ['status' => 503]));
