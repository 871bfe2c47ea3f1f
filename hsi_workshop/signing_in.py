"""How facilitators and Policy Lab sign in. Participants have a place, not an account."""

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "workshops:list"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "workshops.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "workshops.accounts.forms.LoginForm",
    "signup": "workshops.accounts.forms.SignupForm",
    "reset_password": "workshops.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "workshops.accounts.forms.ResetPasswordKeyForm",
    "change_password": "workshops.accounts.forms.ChangePasswordForm",
    "set_password": "workshops.accounts.forms.SetPasswordForm",
    "add_email": "workshops.accounts.forms.AddEmailForm",
    "request_login_code": "workshops.accounts.forms.RequestLoginCodeForm",
    "confirm_login_code": "workshops.accounts.forms.ConfirmLoginCodeForm",
    "reauthenticate": "workshops.accounts.forms.ReauthenticateForm",
}
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1*", "password2*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60  # seconds
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_CHANGE_EMAIL = True  # one address, replaced once the new one is confirmed
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/300s/key",
    "request_login_code": "20/m/ip,3/m/key",
    "reset_password": "20/m/ip,5/m/key",
}
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
MFA_ADAPTER = "workshops.accounts.adapter.SecondStepAdapter"
MFA_FORMS = {
    "authenticate": "workshops.accounts.forms.SecondStepForm",
    "reauthenticate": "workshops.accounts.forms.SecondStepAgainForm",
    "activate_totp": "workshops.accounts.forms.SetUpAppForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Healthy System workshop"
