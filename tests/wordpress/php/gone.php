<?php
// As the plugins do that say of what was deleted that it is gone for good.
add_action('template_redirect', function () { if (is_404()) status_header(410); });
